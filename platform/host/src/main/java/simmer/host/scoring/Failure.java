package simmer.host.scoring;

import java.util.Locale;

import simmer.host.plugins.PluginFault;
import simmer.spi.ModelException;

/**
 * There is no score. Never an invented one.
 *
 * @param why what kind of failure
 * @param sentence what happened, for a supervisor
 */
public record Failure(Why why, String sentence) implements Readout, Weighed {

    private static final System.Logger LOG = System.getLogger(Failure.class.getName());

    /** What a plugin threw; logged, for its words are for who runs it. */
    static Failure of(String plugin, Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, "{0} failed: {1}", plugin,
                cause instanceof ModelException ? cause.getMessage() : PluginFault.of(cause));
        return new Failure(Why.FAILED, plugin + " failed");
    }

    /** The kind of failure as flows and metrics know it, such as {@code unsupported_language}. */
    public String code() {
        return why.name().toLowerCase(Locale.ROOT);
    }

    /** Why there is no score. */
    public enum Why {
        /** The model does not read the conversation's language. */
        UNSUPPORTED_LANGUAGE,
        /** More waits for the model than it can read in time. */
        OVERLOAD,
        /** The model took longer than the answer may. */
        TIMEOUT,
        /** The model or the strategy failed. */
        FAILED
    }
}
