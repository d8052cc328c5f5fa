package simmer.host.plugins;

import java.io.Serial;

/** What an operator wants to add can't be a plugin here. Its message says why, worded to follow the plugin's name. */
public final class PluginRefusedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    PluginRefusedException(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
