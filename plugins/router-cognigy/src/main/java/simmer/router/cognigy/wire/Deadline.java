package simmer.router.cognigy.wire;

import java.time.Duration;

/**
 * When a call's time is up.
 *
 * @param nanoTime on {@link System#nanoTime()}'s clock
 */
public record Deadline(long nanoTime) {

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time left; zero or less when it is up. */
    public Duration left() {
        return Duration.ofNanos(nanoTime - System.nanoTime());
    }
}
