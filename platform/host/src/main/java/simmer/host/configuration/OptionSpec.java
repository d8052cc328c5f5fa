package simmer.host.configuration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the metadata of a blueprint says of one option.
 *
 * @param key its key
 * @param type the name of its Java type, of an element's if it is a list
 * @param shape how many values it takes
 * @param description the first sentence of its Javadoc, without the full stop
 * @param defaultValue as users would write it, if there is one
 * @param allowed the values that it takes, as users write them; empty if any
 */
public record OptionSpec(String key, String type, Shape shape, String description, Optional<String> defaultValue,
        List<String> allowed) {

    private static final Set<String> SIMPLE = Set.of("java.time.Duration", "java.nio.file.Path", "java.net.URI");

    /** How many values an option takes. */
    public enum Shape {
        /** One. */
        VALUE,
        /** Several. */
        LIST,
        /** Keys and values that users choose, or what another module's providers check. */
        OPEN
    }

    /** A slot for a plugin, whose options the plugin's own metadata tells. */
    static OptionSpec slot(String key) {
        return new OptionSpec(key, "", Shape.OPEN, "names one plugin", Optional.empty(), List.of());
    }

    /** Whether the value is one that can be checked here, and not options of a type that no metadata describes. */
    boolean isSimple() {
        return !allowed.isEmpty() || SIMPLE.contains(type) || type.startsWith("java.lang.");
    }

    /** Whether the value is a path, which may be relative. */
    public boolean isPath() {
        return type.equals("java.nio.file.Path") && shape == Shape.VALUE;
    }

    /** Whether its value must never be shown. */
    public boolean isSecret() {
        return key.matches("(.*-)?(key|keys|secret|secrets|password|passphrase|token|bearer|credentials)");
    }

    /** What a user needs to set it: the description, and the default. */
    public String hint() {
        return "(" + description + defaultValue.map(value -> "; default " + value).orElse("") + ")";
    }

    /** An enum's constant as users write it: {@code ON_CHANGE} is {@code on-change}. */
    static String dashed(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
