package simmer.host.boot;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** A port that Simmer should listen on can't be had: whoever runs the machine must act. */
public final class PortException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    PortException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
