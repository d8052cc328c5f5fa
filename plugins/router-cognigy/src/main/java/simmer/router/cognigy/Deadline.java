package simmer.router.cognigy;

import java.time.Duration;

/**
 * When a call's time is up.
 *
 * @param nanoTime on {@link System#nanoTime()}'s clock
 */
record Deadline(long nanoTime) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time left; zero or less when it is up. */
    Duration left() {
        return Duration.ofNanos(nanoTime - System.nanoTime());
    }
}
