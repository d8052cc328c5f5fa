package simmer.host.plugins;

import java.io.Serial;

/** A plugin that can't be loaded. Its message is one sentence for whoever put it there: what, why, what to do. */
final class PluginException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    PluginException(String sentence) {
        super(sentence);
    }

    PluginException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
