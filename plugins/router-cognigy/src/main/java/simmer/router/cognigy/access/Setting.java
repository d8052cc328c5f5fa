package simmer.router.cognigy.access;

import java.lang.System.Logger.Level;
import java.util.Optional;

import io.helidon.config.Config;

import simmer.spi.OptionChecks;

/**
 * A text that users gave, and where: pasted ones often bring white space, which is cut.
 *
 * @param key the option it belongs to
 * @param source how users know it: the option or the variable
 * @param value never blank
 */
public record Setting(String key, String source, String value) {

    private static final System.Logger LOGGER = System.getLogger(Setting.class.getName());

    /**
     * @param option wins if it isn't blank
     * @param variable the environment's, as it stands at the root of the configuration
     * @return empty if neither says anything
     */
    public static Optional<Setting> find(String key, Optional<String> option, String variable, Config root) {
        return option.flatMap(it -> trimmed(key, "option " + key, it))
                .or(() -> root.get(variable).asString().asOptional().flatMap(it -> trimmed(key, variable, it)));
    }

    private static Optional<Setting> trimmed(String key, String source, String value) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            return Optional.empty();
        }
        if (stripped.length() != value.length()) {
            LOGGER.log(Level.INFO, "Cut white space from the ends of {0}.", source);
        }
        return Optional.of(new Setting(key, source, stripped));
    }

    /** Reports this setting; the sentence follows "(from SOURCE)". */
    public void refuse(OptionChecks checks, String sentence) {
        checks.require(false, key, "(from " + source + ") " + sentence);
    }

    /** The value may be a secret. */
    @Override
    public String toString() {
        return source;
    }
}
