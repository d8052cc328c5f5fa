package simmer.host.store.jdbc;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import simmer.host.store.StoreException;

/**
 * An engine whose calls are timed, and whose condition is known at any moment without asking it: from the last call, or,
 * when there was none for a while, from a probe. After a failure the probe writes, until that succeeds.
 */
final class WatchedEngine implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WatchedEngine.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    private static final String READ = "select beat_at from pulse";
    private static final String WRITE = "update pulse set beat_at = simmer_now()";

    private final Engine engine;
    private final StoreListener listener;
    private final ScheduledExecutorService looks = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("store-watch").factory());
    private volatile Seen seen = new Seen(true, System.nanoTime(), "");

    /** What a call came to, and when. */
    private record Seen(boolean succeeded, long atNanos, String sentence) {
    }

    WatchedEngine(Engine engine, StoreListener listener) {
        this.engine = engine;
        this.listener = listener;
        var _ = looks.scheduleWithFixedDelay(this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    Dialect dialect() {
        return engine.dialect();
    }

    <T> T read(Operation operation, Work<T> work) {
        return timed(operation, () -> engine.read(work), seen.succeeded());
    }

    <T> T write(Operation operation, Work<T> work) {
        return write(operation, Durability.MACHINE, work);
    }

    <T> T write(Operation operation, Durability durability, Work<T> work) {
        return timed(operation, () -> engine.write(work, durability), true);
    }

    /** @param tells whether success tells that the store is available: a full disk can still be read */
    private <T> T timed(Operation operation, Supplier<T> call, boolean tells) {
        long begun = System.nanoTime();
        boolean succeeded = false;
        try {
            T value = call.get();
            succeeded = true;
            if (tells) {
                see(new Seen(true, System.nanoTime(), ""));
            }
            return value;
        } catch (StoreException e) {
            see(new Seen(false, System.nanoTime(), String.valueOf(e.getMessage())));
            throw e;
        } finally {
            listener.called(operation, Duration.ofNanos(System.nanoTime() - begun), succeeded);
        }
    }

    private void see(Seen now) {
        Seen before = seen;
        seen = now;
        if (before.succeeded() != now.succeeded()) {
            LOG.log(System.Logger.Level.WARNING, now.succeeded() ? "the store is available again" : now.sentence());
        }
    }

    private void look() {
        Seen last = seen;
        try {
            if (!last.succeeded()) {
                write(Operation.PROBE, sql -> sql.update(WRITE));
            } else if (System.nanoTime() - last.atNanos() > LONGEST_SILENCE.toNanos()) {
                read(Operation.PROBE, sql -> sql.query(row -> row.getLong(1), READ));
            }
        } catch (StoreException e) {
            // Seen, and said if it is news.
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the store could not be probed", e);
        }
    }

    Condition condition() {
        Seen last = seen;
        return new Condition(last.succeeded(), Duration.ofNanos(System.nanoTime() - last.atNanos()), last.sentence());
    }

    @Override
    public void close() {
        looks.shutdownNow();
        engine.close();
    }
}
