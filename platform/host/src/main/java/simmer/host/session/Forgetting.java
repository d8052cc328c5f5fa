package simmer.host.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import simmer.host.store.Sessions;
import simmer.host.store.StoreException;

/** Forgets sessions that nobody has used for long, a few at a time, in the background. */
public final class Forgetting implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Forgetting.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final Duration unusedFor;
    private final Supplier<Instant> now;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** @param unusedFor how long a session is remembered after its last webhook */
    public Forgetting(Sessions sessions, Duration unusedFor, Supplier<Instant> now) {
        this.sessions = sessions;
        this.unusedFor = unusedFor;
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
            int forgotten;
            do {
                forgotten = sessions.forgetUnusedSince(now.get().minus(unusedFor));
            } while (forgotten > 0 && closed.getCount() > 0);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.DEBUG, "old sessions could not be forgotten; tried again in a minute", e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "old sessions could not be forgotten: a fault in Simmer", e);
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
