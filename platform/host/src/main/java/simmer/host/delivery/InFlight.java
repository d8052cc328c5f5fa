package simmer.host.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The sessions whose message this process is sending: of each one only, whatever the clock by which the store counts leases
 * does. For use by any number of threads.
 */
final class InFlight {

    private final ConcurrentHashMap<String, Sending> sessions = new ConcurrentHashMap<>();

    /**
     * How a message went.
     *
     * @param messageId which; empty if none was sent
     */
    record Sent(String messageId, Delivery delivery) {
    }

    /** A session's place, taken until it is closed. For one thread; others wait for its end. */
    final class Sending implements AutoCloseable {

        private final String sessionId;
        private final CompletableFuture<Optional<Sent>> end = new CompletableFuture<>();

        private Sending(String sessionId) {
            this.sessionId = sessionId;
        }

        /** Says how it went. */
        Delivery sent(String messageId, Delivery delivery) {
            end.complete(Optional.of(new Sent(messageId, delivery)));
            return delivery;
        }

        @Override
        public void close() {
            sessions.remove(sessionId, this);
            end.complete(Optional.empty());
        }

        /** Waits for its end; empty if it takes longer, or nothing was sent. */
        private Optional<Sent> await(Duration longest) throws InterruptedException {
            try {
                return end.get(Math.max(0, longest.toNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new IllegalStateException("it never ends with an exception", e);
            }
        }
    }

    /** Takes a session's place if nobody has it. */
    Optional<Sending> begin(String sessionId) {
        Sending mine = new Sending(sessionId);
        return sessions.putIfAbsent(sessionId, mine) == null ? Optional.of(mine) : Optional.empty();
    }

    /** Waits until whoever has a session's place has left it; returns at once if nobody has. */
    Optional<Sent> await(String sessionId, Duration longest) throws InterruptedException {
        Sending other = sessions.get(sessionId);
        return other == null ? Optional.empty() : other.await(longest);
    }
}
