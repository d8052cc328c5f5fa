package simmer.host.boot;

import java.io.Serial;

/** A plugin can't be added or removed; the plugins folder is as it was. Its message says why, and what to do. */
public final class PluginChangeException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    PluginChangeException(String sentence) {
        super(sentence);
    }
}
