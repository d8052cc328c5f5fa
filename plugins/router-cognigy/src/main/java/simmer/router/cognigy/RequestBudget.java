package simmer.router.cognigy;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How many requests may go out in any 60 seconds. For use by several threads; first come, first served. */
sealed interface RequestBudget {

    /** What users write for no limit. */
    String UNLIMITED = "unlimited";

    /**
     * Takes a place for one request.
     *
     * @param longestWait more than this is no use
     * @return how long to wait before sending, zero or more; empty, and no place taken, if that is over the longest wait
     */
    Optional<Duration> take(Duration longestWait);

    /**
     * @param requestsPerMinute a whole number, or {@link #UNLIMITED}
     * @param nanoClock as {@link System#nanoTime()}
     */
    static RequestBudget of(String requestsPerMinute, LongSupplier nanoClock) {
        return requestsPerMinute.equals(UNLIMITED)
                ? new Unlimited()
                : new PerMinute(Integer.parseInt(requestsPerMinute), nanoClock);
    }

    /** Every request may go at once. */
    record Unlimited() implements RequestBudget {

        @Override
        public Optional<Duration> take(Duration longestWait) {
            return Optional.of(Duration.ZERO);
        }
    }

    /**
     * Remembers when each of the last n requests was let go. The next may go a minute and two seconds after the oldest of
     * them, so that no minute at the other side holds more than n, though one of them took its time to connect.
     */
    final class PerMinute implements RequestBudget {

        private static final long WINDOW_NANOS = Duration.ofSeconds(62).toNanos();

        private final LongSupplier nanoClock;
        private final long[] sendTimes;
        private int taken;
        private int oldest;

        PerMinute(int requests, LongSupplier nanoClock) {
            this.nanoClock = nanoClock;
            sendTimes = new long[requests];
        }

        @Override
        public synchronized Optional<Duration> take(Duration longestWait) {
            long now = nanoClock.getAsLong();
            long waitNanos = taken < sendTimes.length ? 0 : Math.max(0, sendTimes[oldest] + WINDOW_NANOS - now);
            if (waitNanos > longestWait.toNanos()) {
                return Optional.empty();
            }
            sendTimes[oldest] = now + waitNanos;
            oldest = (oldest + 1) % sendTimes.length;
            taken = Math.min(taken + 1, sendTimes.length);
            return Optional.of(Duration.ofNanos(waitNanos));
        }
    }
}
