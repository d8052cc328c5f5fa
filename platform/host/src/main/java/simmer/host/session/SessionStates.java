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
     * From its last save on: less than the shortest time after which the store forgets a session and counts its versions
     * anew.
     */
    private static final Duration IN_HAND = Duration.ofSeconds(45);
    /** Of turns and answers, some 200 bytes each: 4 MiB at most. */
    private static final int MOST_PARTS_IN_HAND = 20_000;
    private static final int PARTS_BESIDE = 5;
    /** Of a state in hand while a save of it is under way, or after one that failed: only the store knows which one it has. */
    private static final long IN_DOUBT = -1;

    private final Sessions sessions;
    private final Policy policy;
    private final StateCodec codec;
    /** Its upkeep is done by who calls: less work than to wake another thread at each turn. */
    private final Cache<String, Found> inHand = Caffeine.newBuilder().executor(Runnable::run).expireAfterWrite(IN_HAND)
            .maximumWeight(MOST_PARTS_IN_HAND).weigher((String _, Found found) -> PARTS_BESIDE
                    + found.state().timeline().turns().size() + found.state().answers().size())
            .build();

    /** A session's state, and the version that it was found in. */
    record Found(SessionState state, long version) {
    }

    SessionStates(Sessions sessions, Policy policy, StateCodec codec) {
        this.sessions = sessions;
        this.policy = policy;
        this.codec = codec;
    }

    /** @throws StoreException if the store is away and has to be asked */
    Found find(String sessionId, Instant now) {
        Optional<Found> known = Optional.ofNullable(inHand.getIfPresent(sessionId));
        return known.filter(found -> found.version() != IN_DOUBT && !sessions.areShared())
                .orElseGet(() -> ask(sessionId, known, now));
    }

    /** What a session was seen in a short while ago, for when the store can't be asked; others may have got on since. */
    Optional<SessionState> lastSeen(String sessionId) {
        return Optional.ofNullable(inHand.getIfPresent(sessionId)).map(Found::state);
    }

    /** What a change ends with that was overtaken {@value #MAX_ATTEMPTS} times in a row. */
    static StoreException overtaken() {
        String message = "a session was changed by others " + MAX_ATTEMPTS + " times in a row";
        return new StoreException(message, new IllegalStateException(message));
    }

    private Found ask(String sessionId, Optional<Found> known, Instant now) {
        Optional<Sessions.Saved> saved = sessions.find(sessionId);
        if (saved.isEmpty()) {
            inHand.invalidate(sessionId);
            return new Found(SessionState.start(policy, now), Sessions.NEVER_SAVED);
        }
        long version = saved.get().version();
        Found found = known.filter(it -> it.version() == version).orElseGet(() -> new Found(
                codec.read(saved.get().state()).orElseGet(() -> SessionState.start(policy, now)), version));
        keepInHand(sessionId, found);
        return found;
    }

    /**
     * Saves what became of a state, with a message, if nobody has saved since it was found.
     *
     * @throws StoreException if the store is away
     */
    boolean save(String sessionId, Found found, SessionState next, Optional<Message> message, Instant now) {
        doubt(sessionId);
        boolean saved = sessions.save(sessionId, found.version(), codec.write(next), message, now);
        if (saved) {
            keepInHand(sessionId, new Found(next, found.version() + 1));
        }
        return saved;
    }

    /**
     * Saves what became of a state with the end of a message.
     *
     * @throws StoreException if the store is away
     */
    Settled settle(Claimed claimed, Ending ending, Found found, SessionState next, Instant now) {
        doubt(claimed.sessionId());
        Settled settled = sessions.settle(claimed, ending, found.version(), codec.write(next), now);
        if (settled == Settled.SAVED) {
            keepInHand(claimed.sessionId(), new Found(next, found.version() + 1));
        }
        return settled;
    }

    private void doubt(String sessionId) {
        inHand.asMap().computeIfPresent(sessionId, (_, found) -> new Found(found.state(), IN_DOUBT));
    }

    /** Unless another one, who was later, has put a newer one there in the meantime. */
    private void keepInHand(String sessionId, Found found) {
        inHand.asMap().merge(sessionId, found, (there, ours) -> there.version() > ours.version() ? there : ours);
    }
}
