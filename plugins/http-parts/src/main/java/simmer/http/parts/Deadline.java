package simmer.http.parts;

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

    public boolean isOver() {
        return !left().isPositive();
    }

    /** Half of what is left, so that as much remains for another attempt. */
    public Deadline half() {
        return in(left().dividedBy(2));
    }
}
