package simmer.host.delivery;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One delivery at a time for each session; different sessions don't wait for each other. Holds sessions in use only. */
final class SessionLocks {

    private final ConcurrentHashMap<String, Users> sessions = new ConcurrentHashMap<>();

    private record Users(ReentrantLock lock, int count) {

        Users plus(int more) {
            return new Users(lock, count + more);
        }
    }

    /**
     * Does something for a session, alone.
     *
     * @param within how long to wait for others of the same session
     * @param late what it comes to if they take longer
     */
    <T> T alone(String sessionId, Duration within, Supplier<T> work, Supplier<T> late) throws InterruptedException {
        Users users = Objects.requireNonNull(sessions.compute(sessionId,
                (_, before) -> before == null ? new Users(new ReentrantLock(), 1) : before.plus(1)));
        try {
            if (!users.lock().tryLock(within.toNanos(), TimeUnit.NANOSECONDS)) {
                return late.get();
            }
            try {
                return work.get();
            } finally {
                users.lock().unlock();
            }
        } finally {
            sessions.computeIfPresent(sessionId, (_, last) -> last.count() == 1 ? null : last.plus(-1));
        }
    }
}
