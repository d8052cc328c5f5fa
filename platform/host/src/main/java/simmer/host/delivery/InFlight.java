package simmer.host.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The sessions whose message this process is sending: of each one only, whatever the clock by which the store counts leases
 * does. What became of the last messages is known for a while, for webhooks that find theirs sent by somebody else. For use
 * by any number of threads.
 */
final class InFlight {

    private static final int MOST_ENDED = 10_000;
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private final ConcurrentHashMap<String, Sending> sessions = new ConcurrentHashMap<>();
    private final Cache<String, Delivery> ended = Caffeine.newBuilder().executor(Runnable::run)
            .maximumSize(MOST_ENDED).expireAfterWrite(KNOWN_FOR).build();

    /** A session's place, taken until it is closed. For one thread; others wait for its end. */
    final class Sending implements AutoCloseable {

        private final String sessionId;
        private final CountDownLatch end = new CountDownLatch(1);

        private Sending(String sessionId) {
            this.sessionId = sessionId;
        }

        /** Says how it went. */
        Delivery sent(String messageId, Delivery delivery) {
            ended.put(messageId, delivery);
            return delivery;
        }

        @Override
        public void close() {
            sessions.remove(sessionId, this);
            end.countDown();
        }
    }

    /** Takes a session's place if nobody has it. */
    Optional<Sending> begin(String sessionId) {
        Sending mine = new Sending(sessionId);
        return sessions.putIfAbsent(sessionId, mine) == null ? Optional.of(mine) : Optional.empty();
    }

    /** Waits until whoever has a session's place has left it, for so long at most; returns at once if nobody has. */
    void await(String sessionId, Duration longest) throws InterruptedException {
        Sending other = sessions.get(sessionId);
        if (other != null) {
            boolean _ = other.end.await(Math.max(0, longest.toNanos()), TimeUnit.NANOSECONDS);
        }
    }

    /** What became of a message that this process sent a while ago. */
    Optional<Delivery> ended(String messageId) {
        return Optional.ofNullable(ended.getIfPresent(messageId));
    }
}
