package simmer.host.store;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** The store is away, full, or answered in no time. Those who run it must look; the message says what and where. */
public final class StoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param message what failed; holds no secret and no customer's words */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
