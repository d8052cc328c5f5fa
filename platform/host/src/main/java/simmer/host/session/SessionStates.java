package simmer.host.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import simmer.host.decision.Policy;
import simmer.host.store.Message;
import simmer.host.store.Outbox.Claimed;
import simmer.host.store.Sessions;
import simmer.host.store.Sessions.Ending;
import simmer.host.store.Sessions.Settled;
import simmer.host.store.StoreException;

/**
 * The states of sessions in the store. Those of conversations under way are kept in hand, so that a turn neither asks the
 * store nor reads its JSON again: where nobody else writes they hold as they are, else if the store still has the same
 * version. For use by any number of threads.
 */
final class SessionStates {

    /** Each time somebody else has got on; who is overtaken so often sits behind a fault. */
    static final int MAX_ATTEMPTS = 16;

    /**
     * From when it was last saved here, or found anew: less than the shortest time after which the store forgets a session
     * and counts its versions anew.
     */
    private static final Duration IN_HAND = Duration.ofSeconds(45);
    /** Of turns and answers, some 200 bytes each: 4 MiB at most. */
    private static final int MOST_PARTS_IN_HAND = 20_000;
    private static final int PARTS_BESIDE = 5;

    private final Sessions sessions;
    private final Policy policy;
    private final StateCodec codec;
    /** Its upkeep is done by who calls: less work than to wake another thread at each turn. */
    private final Cache<String, InHand> inHand = Caffeine.newBuilder().executor(Runnable::run).expireAfterWrite(IN_HAND)
            .maximumWeight(MOST_PARTS_IN_HAND).weigher((String _, InHand held) -> parts(held.found().state())).build();

    /** A session's state, and the version that it was found in. */
    record Found(SessionState state, long version) {
    }

    /**
     * A state in hand.
     *
     * @param saveBegunOn the highest version on which a save was begun, whose end may be unknown; {@link #NO_SAVE} for none
     */
    private record InHand(Found found, long saveBegunOn) {

        static final long NO_SAVE = -1;

        /** Once the store has had a newer version, a save that was begun on an older one has happened or can't any more. */
        boolean isCertain() {
            return found.version() > saveBegunOn;
        }

        InHand and(InHand other) {
            return new InHand(found.version() > other.found.version() ? found : other.found,
                    Math.max(saveBegunOn, other.saveBegunOn));
        }
    }

    SessionStates(Sessions sessions, Policy policy, StateCodec codec) {
        this.sessions = sessions;
        this.policy = policy;
        this.codec = codec;
    }

    private static int parts(SessionState state) {
        return PARTS_BESIDE + state.timeline().turns().size() + state.answers().size();
    }

    /** @throws StoreException if the store is away and has to be asked */
    Found find(String sessionId, Instant now) {
        Optional<InHand> known = Optional.ofNullable(inHand.getIfPresent(sessionId));
        return known.filter(held -> held.isCertain() && !sessions.areShared()).map(InHand::found)
                .orElseGet(() -> ask(sessionId, known, now));
    }

    /** The state in which a session was last seen here, if that is a short while ago; others may have got on since. */
    Optional<SessionState> lastSeen(String sessionId) {
        return Optional.ofNullable(inHand.getIfPresent(sessionId)).map(held -> held.found().state());
    }

    /** What a change ends with that was overtaken {@value #MAX_ATTEMPTS} times in a row. */
    static StoreException overtaken() {
        String message = "a session was changed by others " + MAX_ATTEMPTS + " times in a row";
        return new StoreException(message, new IllegalStateException(message));
    }

    private Found ask(String sessionId, Optional<InHand> known, Instant now) {
        Optional<Sessions.Saved> saved = sessions.find(sessionId);
        if (saved.isEmpty()) {
            // Forgotten: if it is saved again, its versions count anew.
            known.filter(held -> held.found().version() != Sessions.NEVER_SAVED)
                    .ifPresent(held -> inHand.asMap().remove(sessionId, held));
            return new Found(SessionState.start(policy, now), Sessions.NEVER_SAVED);
        }
        long version = saved.get().version();
        return known.map(InHand::found).filter(it -> it.version() == version).orElseGet(() -> {
            Found found = new Found(codec.read(saved.get().state()).orElseGet(() -> SessionState.start(policy, now)),
                    version);
            keepInHand(sessionId, new InHand(found, InHand.NO_SAVE));
            return found;
        });
    }

    /**
     * Saves what became of a state, with a message, if nobody has saved since it was found.
     *
     * @throws StoreException if the store is away
     */
    boolean save(String sessionId, Found found, SessionState next, Optional<Message> message, Instant now) {
        keepInHand(sessionId, new InHand(found, found.version()));
        boolean saved = sessions.save(sessionId, found.version(), codec.write(next), message, now);
        if (saved) {
            keepInHand(sessionId, new InHand(new Found(next, found.version() + 1), found.version()));
        }
        return saved;
    }

    /**
     * Saves what became of a state with the end of a message.
     *
     * @throws StoreException if the store is away
     */
    Settled settle(Claimed claimed, Ending ending, Found found, SessionState next, Instant now) {
        keepInHand(claimed.sessionId(), new InHand(found, found.version()));
        Settled settled = sessions.settle(claimed, ending, found.version(), codec.write(next), now);
        if (settled == Settled.SAVED) {
            keepInHand(claimed.sessionId(), new InHand(new Found(next, found.version() + 1), found.version()));
        }
        return settled;
    }

    /** With what others, who were quicker or later, have put there in the meantime. */
    private void keepInHand(String sessionId, InHand held) {
        inHand.asMap().merge(sessionId, held, InHand::and);
    }
}
