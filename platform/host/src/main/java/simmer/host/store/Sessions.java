package simmer.host.store;

import java.time.Instant;
import java.util.Optional;

import simmer.host.store.Outbox.Claimed;

/** The remembered state of sessions, each a text that only its writer understands. */
public interface Sessions {

    /** The version that a session has which was never saved. */
    long NEVER_SAVED = 0;

    /**
     * The state of a session.
     *
     * @param version counts its saves, from 1
     * @param state as it was saved
     */
    record Saved(long version, String state) {
    }

    /** What becomes of a claimed message after its last call. */
    sealed interface Ending {

        /** It arrived, and leaves the outbox. */
        record Delivered() implements Ending {
        }

        /** It is given up: a dead letter until it is sent again, a newer one comes, or it is forgotten. */
        record GivenUp(String reason) implements Ending {
        }
    }

    /** What a settlement came to. */
    enum Settled {
        /** State and message are as they should be. */
        SAVED,
        /** Another one saved the session first: nothing was changed. */
        OVERTAKEN,
        /** The message's lease has passed to another, who will settle it: nothing was changed. */
        NOT_OURS
    }

    /** Whether other processes save sessions too. If not, a session is as this process saved it last, or forgotten. */
    boolean areShared();

    /** @throws StoreException if the store is away */
    Optional<Saved> find(String sessionId);

    /**
     * Saves a session's state if nobody else has since, and puts a message into the outbox, in one commit. A message
     * supersedes the session's older one unless that is being sent; then it waits for that to end.
     *
     * @param expectedVersion the version that the decision was made on, or {@link #NEVER_SAVED}
     * @param state at most 64 Ki characters; no customer's words
     * @param message what is to be delivered, if anything
     * @param now when the session was last used
     * @return false if another one saved first: nothing was changed
     * @throws StoreException if the store is away, or it can't be told whether the commit happened
     */
    boolean save(String sessionId, long expectedVersion, String state, Optional<Message> message, Instant now);

    /**
     * Saves a session's state with the end of one of its messages, in one commit, so that a session never waits for a
     * message that is gone.
     *
     * @param expectedVersion the version that the state was made from
     * @param now when the session was last used
     * @throws StoreException if the store is away, or it can't be told whether the commit happened
     */
    Settled settle(Claimed claimed, Ending ending, long expectedVersion, String state, Instant now);

    /**
     * Forgets sessions not used since, a bounded number at a call; those with a message in the outbox stay.
     *
     * @return how many were forgotten
     * @throws StoreException if the store is away
     */
    int forgetUnusedSince(Instant since);
}
