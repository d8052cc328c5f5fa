package simmer.host.delivery;

import java.time.Duration;

/**
 * Waits that double, up to a longest one, each cut by chance so that many callers don't return together.
 *
 * @param first after the first attempt, over 0
 * @param longest after any attempt
 * @param jitter share of a wait that chance may take away, 0 to 1
 */
public record Backoff(Duration first, Duration longest, double jitter) {

    private static final int MAX_DOUBLINGS = 30;

    /**
     * How long to wait.
     *
     * @param attempts made so far, 1 or more
     * @param chance 0 to under 1, evenly
     */
    Duration after(int attempts, double chance) {
        double doubled = first.toNanos() * Math.pow(2, Math.min(attempts - 1, MAX_DOUBLINGS));
        return Duration.ofNanos((long) (Math.min(doubled, (double) longest.toNanos()) * (1 - jitter * chance)));
    }
}
