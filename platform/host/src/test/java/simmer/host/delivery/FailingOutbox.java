package simmer.host.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import simmer.host.fixture.MemoryStore;
import simmer.host.store.CallBudget;
import simmer.host.store.Message;
import simmer.host.store.Outbox;
import simmer.host.store.Sessions;
import simmer.host.store.Store;
import simmer.host.store.StoreException;

/** A store whose outbox can't be reached, or is slow to hold a message, when a test says so. */
final class FailingOutbox implements Store, Outbox {

    private final MemoryStore store = new MemoryStore();
    private final AtomicInteger releases = new AtomicInteger();
    private volatile boolean fails;
    private volatile Runnable beforeHold = () -> {
    };

    void fail(boolean yes) {
        fails = yes;
    }

    /** What is done before a message is held. */
    void beforeHold(Runnable first) {
        beforeHold = first;
    }

    /** How often what was held has been released. */
    int releases() {
        return releases.get();
    }

    private void requireReached() {
        if (fails) {
            throw new StoreException("the store is away", new IOException("as the test wants"));
        }
    }

    private Outbox reached() {
        requireReached();
        return store.outbox();
    }

    @Override
    public Sessions sessions() {
        return new Sessions() {
            @Override
            public boolean areShared() {
                return store.sessions().areShared();
            }

            @Override
            public Optional<Saved> find(String sessionId) {
                return store.sessions().find(sessionId);
            }

            @Override
            public boolean save(String sessionId, long expectedVersion, String state, Optional<Message> message,
                    Instant now) {
                return store.sessions().save(sessionId, expectedVersion, state, message, now);
            }

            @Override
            public Settled settle(Claimed claimed, Ending ending, long expectedVersion, String state, Instant now) {
                requireReached();
                return store.sessions().settle(claimed, ending, expectedVersion, state, now);
            }

            @Override
            public int forgetUnusedSince(Instant since) {
                return store.sessions().forgetUnusedSince(since);
            }
        };
    }

    @Override
    public Outbox outbox() {
        return this;
    }

    @Override
    public CallBudget budget() {
        return store.budget();
    }

    @Override
    public void close() {
        store.close();
    }

    @Override
    public List<Claimed> claimDue(int most, Duration lease, Instant now) {
        return reached().claimDue(most, lease, now);
    }

    @Override
    public Optional<Claimed> claim(String sessionId, Duration lease, Instant now) {
        return reached().claim(sessionId, lease, now);
    }

    @Override
    public void retryAt(Claimed claimed, Instant at, String reason) {
        reached().retryAt(claimed, at, reason);
    }

    @Override
    public void putBack(Claimed claimed, Instant at) {
        reached().putBack(claimed, at);
    }

    @Override
    public void hold(Claimed claimed, String reason) {
        reached().hold(claimed, reason);
    }

    @Override
    public void holdBack(Claimed claimed, String reason) {
        beforeHold.run();
        reached().holdBack(claimed, reason);
    }

    @Override
    public int releaseHeld(Instant now) {
        int released = reached().releaseHeld(now);
        releases.incrementAndGet();
        return released;
    }

    @Override
    public List<DeadLetter> deadLetters(int most) {
        return reached().deadLetters(most);
    }

    @Override
    public int forgetGivenUpBefore(Instant before) {
        return reached().forgetGivenUpBefore(before);
    }

    @Override
    public boolean resend(String messageId, Instant now) {
        return reached().resend(messageId, now);
    }

    @Override
    public Depth depth(Instant now) {
        return reached().depth(now);
    }
}
