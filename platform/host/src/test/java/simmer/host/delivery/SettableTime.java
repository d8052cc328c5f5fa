package simmer.host.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when a test says so, or when someone sleeps. */
final class SettableTime implements Time {

    static final Instant START = Instant.parse("2026-11-22T21:00:00Z");

    /** Near the end of the clock's range, for it may overflow. */
    private static final long START_NANOS = Long.MAX_VALUE - Duration.ofMinutes(1).toNanos();

    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong jumped = new AtomicLong();

    void pass(Duration duration) {
        passed.addAndGet(duration.toNanos());
    }

    /** The wall clock alone is set. */
    void jump(Duration duration) {
        jumped.addAndGet(duration.toNanos());
    }

    Duration sinceStart() {
        return Duration.ofNanos(passed.get());
    }

    @Override
    public Instant now() {
        return START.plusNanos(passed.get()).plusNanos(jumped.get());
    }

    @Override
    public long nanos() {
        return START_NANOS + passed.get();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pass(duration);
    }
}
