package simmer.host.session;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Has webhooks of one session take their turns in the order in which they came; those of different sessions don't wait for
 * each other. A place is taken before inference and its turn awaited after, so that nobody's inference waits for another's.
 */
final class SessionOrder {

    private final ConcurrentHashMap<String, Place> newest = new ConcurrentHashMap<>();

    /** Takes the next place; it must be closed. */
    Place enter(String sessionId) {
        Place place = new Place(sessionId);
        @Nullable
        Place before = newest.put(sessionId, place);
        if (before != null) {
            place.before = before.left;
        }
        return place;
    }

    /** Sessions with a webhook under way. */
    int size() {
        return newest.size();
    }

    /** A webhook's place among those of its session. For one thread. */
    final class Place implements AutoCloseable {

        private final String sessionId;
        private final CompletableFuture<Void> left = new CompletableFuture<>();
        private CompletableFuture<Void> before = CompletableFuture.completedFuture(null);

        private Place(String sessionId) {
            this.sessionId = sessionId;
        }

        /** Whether all that came before have left. */
        boolean isNext() {
            return before.isDone();
        }

        /** Waits until all that came before have left, the time is over, or the thread is interrupted, and stays so. */
        void await(Duration within) {
            try {
                before.get(Math.max(0, within.toNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                // Whoever came before takes longer than this answer may: the store's versions keep the two apart.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a place is left, it never fails",
                        Objects.requireNonNullElse(e.getCause(), e));
            }
        }

        /** Leaves; who comes next waits for those before as well. */
        @Override
        public void close() {
            var _ = before.thenRun(() -> {
                left.complete(null);
                newest.remove(sessionId, this);
            });
        }
    }
}
