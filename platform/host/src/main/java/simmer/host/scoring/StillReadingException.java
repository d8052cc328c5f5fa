package simmer.host.scoring;

import java.io.Serial;

/** A model's native code still runs: closing the model now would free what it works on. */
public final class StillReadingException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StillReadingException(String message) {
        super(message);
    }
}
