package simmer.host.store.jdbc;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what comes with time; asking again is all it does. */
final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Await() {
    }

    /** Whether a condition came true in time. */
    static boolean until(BooleanSupplier condition) {
        return value(() -> condition.getAsBoolean() ? Optional.of(true) : Optional.<Boolean>empty()).isPresent();
    }

    /** What came in time. */
    static <T> Optional<T> value(Supplier<Optional<T>> source) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - until < 0) {
            Optional<T> value = source.get();
            if (value.isPresent()) {
                return value;
            }
            Thread.onSpinWait();
        }
        return Optional.empty();
    }
}
