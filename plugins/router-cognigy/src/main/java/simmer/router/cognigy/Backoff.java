package simmer.router.cognigy;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Waits that double, up to a longest one, each cut by chance.
 *
 * @param first before the first retry
 * @param longest before any retry
 * @param jitter share of a wait that chance may take away, 0 to 1
 * @param chance 0 to under 1, evenly; for use by several threads
 */
record Backoff(Duration first, Duration longest, double jitter, DoubleSupplier chance) {

    private static final int MAX_DOUBLINGS = 16;

    /** @param retry 1 for the first */
    Duration before(int retry) {
        long doubled = first.toNanos() << Math.min(retry - 1, MAX_DOUBLINGS);
        double nanos = Math.min(doubled, longest.toNanos()) * (1 - jitter * chance.getAsDouble());
        return Duration.ofNanos((long) nanos);
    }
}
