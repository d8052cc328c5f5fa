package simmer.host.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import simmer.host.store.Store;
import simmer.host.store.StoreException;

/** Forgets sessions that nobody has used for long, and deliveries given up long ago, a few at a time, in the background. */
public final class Forgetting implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Forgetting.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Store store;
    private final Duration unusedFor;
    private final Duration keepGivenUp;
    private final Supplier<Instant> now;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Begins.
     *
     * @param unusedFor how long a session is remembered after its last webhook; one that has a delivery, for longer
     * @param keepGivenUp how long a delivery is kept after it was given up
     */
    public Forgetting(Store store, Duration unusedFor, Duration keepGivenUp, Supplier<Instant> now) {
        this.store = store;
        this.unusedFor = unusedFor;
        this.keepGivenUp = keepGivenUp;
        this.now = now;
        this.thread = Thread.ofVirtual().name("forgetting").start(this::run);
    }

    private void run() {
        try {
            do {
                forget();
            } while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget() {
        try {
            untilNoneIsLeft(() -> store.outbox().forgetGivenUpBefore(now.get().minus(keepGivenUp)));
            untilNoneIsLeft(() -> store.sessions().forgetUnusedSince(now.get().minus(unusedFor)));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.DEBUG, "what is old could not be forgotten; tried again in a minute", e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "what is old could not be forgotten: a fault in Simmer", e);
        }
    }

    private void untilNoneIsLeft(IntSupplier forgetSome) {
        while (closed.getCount() > 0 && forgetSome.getAsInt() > 0) {
            // A few more.
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
