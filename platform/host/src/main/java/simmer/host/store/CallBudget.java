package simmer.host.store;

import java.time.Duration;
import java.time.Instant;

/**
 * How many calls may be made with a key in any span of time, counted across restarts and replicas. Each key has as many
 * slots as calls are allowed; a slot that was taken is free again when the span has passed, so that no span ever holds more.
 */
public interface CallBudget {

    /** Whether a call may be made. */
    sealed interface Grant {

        /** A slot was taken: call now. */
        record Now() implements Grant {
        }

        /** None is free before this time; nothing was taken. */
        record NotBefore(Instant at) implements Grant {
        }
    }

    /**
     * Takes a slot if one is free.
     *
     * @param key whose calls are counted together, such as a digest of the API key; never the key itself
     * @param calls how many in any span, 1 to 10,000; may change between calls
     * @param span how long a slot stays taken
     * @throws StoreException if the store is away
     */
    Grant take(String key, int calls, Duration span, Instant now);

    /** No slot of the key is free before this time, whatever was taken: what a {@code Retry-After} asks for. */
    void pause(String key, Instant until);
}
