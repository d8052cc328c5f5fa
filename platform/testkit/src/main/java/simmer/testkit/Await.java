package simmer.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for what comes with time, by asking again and again. A test that waits otherwise may wait for ever: JUnit's
 * {@code @Timeout} only interrupts, which a loop has to look for.
 */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long BETWEEN_LOOKS_NANOS = 200_000;

    private Await() {
    }

    /** What is waited for; what it throws fails the test. */
    @FunctionalInterface
    public interface Condition {

        boolean holds() throws Exception;
    }

    /**
     * Waits half a minute at most until a condition holds.
     *
     * @param what is waited for, said if it never came
     */
    public static void until(String what, Condition condition) {
        until(what, PATIENCE, condition);
    }

    /**
     * Waits until a condition holds.
     *
     * @param what is waited for, said if it never came
     */
    public static void until(String what, Duration patience, Condition condition) {
        value(what, patience, () -> condition.holds() ? Optional.of(true) : Optional.empty());
    }

    /**
     * Waits half a minute at most for a value.
     *
     * @param what is waited for, said if it never came
     */
    public static <T> T value(String what, Callable<Optional<T>> source) {
        return value(what, PATIENCE, source);
    }

    private static <T> T value(String what, Duration patience, Callable<Optional<T>> source) {
        long begun = System.nanoTime();
        while (true) {
            Optional<T> value = asked(what, source);
            if (value.isPresent()) {
                return value.get();
            }
            if (System.nanoTime() - begun > patience.toNanos()) {
                throw new AssertionError("waited " + patience + " in vain until " + what);
            }
            if (Thread.interrupted()) {
                throw new AssertionError("interrupted while waiting until " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    private static <T> Optional<T> asked(String what, Callable<Optional<T>> source) {
        try {
            return source.call();
        } catch (Exception e) {
            throw new AssertionError("failed while waiting until " + what, e);
        }
    }
}
