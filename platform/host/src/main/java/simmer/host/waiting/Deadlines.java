package simmer.host.waiting;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits with a time limit, made for virtual threads. When one of those waits for at most so long, the JDK 25 wakes its timer
 * thread twice, to set the alarm and to take it back: measured, a tenth of what a webhook cost beside its inference. Here
 * the timer sleeps until the earliest deadline that it knows, and is woken only by an earlier one; who has waited long
 * enough leaves no work behind. For use by any number of threads.
 */
public final class Deadlines implements AutoCloseable {

    /** A time far from any other, by a clock that may overflow. */
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final Set<Wait<?>> waits = ConcurrentHashMap.newKeySet();
    private final Thread timer;
    private volatile long asleepUntil;
    private volatile boolean closed;

    /**
     * Somebody who waits.
     *
     * @param end when the awaited ends, or when the time is over; each wait's own, so that no two are equal
     */
    private record Wait<T>(CompletableFuture<T> end, long until) {
    }

    /** Tells this timer's end from a future that failed by one of its own. */
    private static final class Over extends TimeoutException {

        private static final long serialVersionUID = 1L;
    }

    /** @param name of the timer's thread */
    public Deadlines(String name) {
        asleepUntil = System.nanoTime();
        timer = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /**
     * Waits for a future's value.
     *
     * @param until by {@link System#nanoTime()}
     * @throws TimeoutException if the time is over before; the future knows nothing of it
     * @throws ExecutionException if the future fails
     */
    public <T> T await(CompletableFuture<T> future, long until)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (future.isDone()) {
            return future.get();
        }
        if (until - System.nanoTime() <= 0) {
            throw new Over();
        }
        Wait<T> wait = new Wait<>(future.copy(), until);
        waits.add(wait);
        if (closed) {
            wait.end().completeExceptionally(new Over());
        } else if (until - asleepUntil < 0) {
            LockSupport.unpark(timer);
        }
        try {
            return wait.end().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Over over) {
                throw over;
            }
            throw e;
        } finally {
            waits.remove(wait);
        }
    }

    private void run() {
        while (!closed) {
            long now = System.nanoTime();
            // Whoever comes while the others are looked through wakes this thread, or would be overlooked.
            asleepUntil = now + NEVER;
            long earliest = now + NEVER;
            for (Wait<?> wait : waits) {
                if (wait.until() - now <= 0) {
                    wait.end().completeExceptionally(new Over());
                } else if (wait.until() - earliest < 0) {
                    earliest = wait.until();
                }
            }
            asleepUntil = earliest;
            LockSupport.parkNanos(this, Math.max(1, earliest - System.nanoTime()));
        }
        waits.forEach(wait -> wait.end().completeExceptionally(new Over()));
    }

    /** Ends all waits as if their time were over. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(timer);
    }
}
