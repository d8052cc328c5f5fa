package simmer.host.store.jdbc;

import java.time.Duration;

/** Hears of every call to a store. Called on the caller's thread; must not block. */
@FunctionalInterface
public interface StoreListener {

    /** @param took from the call until its answer, waiting for its turn included */
    void called(Operation operation, Duration took, boolean succeeded);
}
