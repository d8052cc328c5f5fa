package simmer.model.oip;

import java.time.Duration;

/**
 * When the time is up.
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

    boolean isOver() {
        return !left().isPositive();
    }

    /** Half of what is left, so that as much remains for another attempt. */
    Deadline half() {
        return in(left().dividedBy(2));
    }
}
