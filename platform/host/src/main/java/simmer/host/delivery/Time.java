package simmer.host.delivery;

import java.time.Duration;
import java.time.Instant;

/** What time it is, on two clocks, and waiting for it. Replaced in tests. For use by any number of threads. */
public interface Time {

    /** The wall clock, on which replicas and restarts agree; it may jump. */
    Instant now();

    /** A clock that never jumps and means something in this process alone, as {@link System#nanoTime()}. */
    long nanos();

    /** Blocks for a while. */
    void sleep(Duration duration) throws InterruptedException;

    /** The machine's own. */
    static Time ofMachine() {
        return new Time() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
