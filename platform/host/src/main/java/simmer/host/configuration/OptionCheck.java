package simmer.host.configuration;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.helidon.config.Config;

import simmer.host.configuration.OptionSpec.Shape;

/**
 * Compares what is configured with what the metadata knows: a key that nobody reads, a value of another type. Helidon
 * itself passes over the first in silence, and stops at the first of the second.
 */
public final class OptionCheck {

    private final OptionMetadata metadata;
    private final ConfigurationFile file;
    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /** @param file tells where a value came from */
    public OptionCheck(OptionMetadata metadata, ConfigurationFile file) {
        this.metadata = metadata;
        this.file = file;
    }

    /** Every key met so far that there is; {@code #} stands for a place in a list. */
    Set<String> known() {
        return known;
    }

    public List<ConfigurationProblem> problems() {
        return problems;
    }

    /** Checks a whole file: which root keys there may be, and what stands below each. */
    void checkRoots(Map<String, Map<String, OptionSpec>> roots, Config written, Config effective) {
        for (Config child : children(written)) {
            if (!roots.containsKey(child.name())) {
                problems.add(new ConfigurationProblem(place(child), "is no key of Simmer's. "
                        + NearMatch.of(child.name(), roots.keySet()).map(near -> "Did you mean '" + near + "'?")
                                .orElse("There are: simmer, server")));
            }
        }
        roots.forEach((root, specs) -> check(root, specs, written.get(root), effective.get(root)));
    }

    /**
     * Checks a node and all below it.
     *
     * @param owner who has these options, for the sentence about an unknown key
     * @param written the node in the file: its keys must be known
     * @param effective the same node with the environment's overrides: its values must have their types
     */
    public void check(String owner, Map<String, OptionSpec> specs, Config written, Config effective) {
        if (written.isLeaf() && !isEmpty(written)) {
            problems.add(new ConfigurationProblem(place(written), "takes options below it, not a value"));
            return;
        }
        for (Config child : children(written)) {
            if (!specs.containsKey(child.name())) {
                problems.add(new ConfigurationProblem(place(child), unknown(child.name(), owner, specs)));
            }
        }
        for (OptionSpec spec : specs.values()) {
            Config value = effective.get(spec.key());
            known.add(generic(value.key().toString()));
            if (value.exists()) {
                checkValue(spec, written.get(spec.key()), value);
            }
        }
    }

    private static String unknown(String key, String owner, Map<String, OptionSpec> specs) {
        String sentence = "is no option of '" + owner + "'.";
        if (specs.isEmpty()) {
            return sentence + " It has none";
        }
        Optional<String> meant = NearMatch.of(key, specs.keySet());
        return meant.map(near -> sentence + " Did you mean '" + near + "'? " + Optional.ofNullable(specs.get(near))
                .map(OptionSpec::hint).orElse(""))
                .orElseGet(() -> sentence + " It has: " + String.join(", ", specs.keySet()));
    }

    private void checkValue(OptionSpec spec, Config written, Config value) {
        Optional<Map<String, OptionSpec>> nested = metadata.nested(spec);
        if (spec.shape() == Shape.OPEN || (nested.isEmpty() && !spec.isSimple())) {
            return;
        }
        if (spec.shape() == Shape.LIST && !value.isLeaf()) {
            known.add(generic(value.key() + ".0"));
            List<Config> elements = children(value);
            if (elements.stream().anyMatch(element -> !element.name().matches("\\d+"))) {
                problems.add(new ConfigurationProblem(place(value), "takes a list " + spec.hint()));
                return;
            }
            for (int i = 0; i < elements.size(); i++) {
                Config element = elements.get(i);
                Config writtenElement = written.get(Integer.toString(i));
                nested.ifPresentOrElse(specs -> check(spec.key(), specs, writtenElement, element),
                        () -> checkLeaf(spec, element));
            }
        } else if (nested.isPresent()) {
            check(spec.key(), nested.get(), written, value);
        } else if (spec.shape() == Shape.VALUE) {
            checkLeaf(spec, value);
        }
    }

    private void checkLeaf(OptionSpec spec, Config value) {
        if (!value.isLeaf()) {
            problems.add(new ConfigurationProblem(place(value), "takes one value " + spec.hint()));
            return;
        }
        String text = value.asString().orElse("");
        expected(spec, text).ifPresent(expected -> problems.add(new ConfigurationProblem(place(value),
                "is " + (spec.isSecret() ? "wrong" : "'" + text + "'") + ", must be " + expected + " " + spec.hint()
                        + file.origin(value.key().toString()))));
    }

    /** What the value must be, if it isn't. */
    private static Optional<String> expected(OptionSpec spec, String text) {
        if (!spec.allowed().isEmpty()) {
            return spec.allowed().contains(OptionSpec.dashed(text))
                    ? Optional.empty()
                    : Optional.of("one of " + String.join(", ", spec.allowed()));
        }
        return switch (spec.type()) {
            case "java.lang.Integer" -> parses(() -> Integer.parseInt(text))
                    ? Optional.empty()
                    : Optional.of("a whole number, up to " + Integer.MAX_VALUE);
            case "java.lang.Long" -> parses(() -> Long.parseLong(text)) ? Optional.empty() : Optional.of("a whole number");
            case "java.lang.Double" -> parses(() -> Double.parseDouble(text)) ? Optional.empty() : Optional.of("a number");
            case "java.lang.Boolean" -> Set.of("true", "false").contains(text)
                    ? Optional.empty()
                    : Optional.of("true or false");
            case "java.time.Duration" -> parses(() -> Duration.parse(text))
                    ? Optional.empty()
                    : Optional.of("a duration such as PT2S or PT0.5S");
            case "java.net.URI" -> parses(() -> URI.create(text)) ? Optional.empty() : Optional.of("an address or a path");
            default -> Optional.empty();
        };
    }

    private static boolean parses(Runnable parser) {
        try {
            parser.run();
            return true;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return false;
        }
    }

    private static List<Config> children(Config node) {
        return isEmpty(node) || node.isLeaf() ? List.of() : node.asNodeList().orElse(List.of());
    }

    private static boolean isEmpty(Config node) {
        return !node.exists() || (node.isLeaf() && node.asString().orElse("").isEmpty());
    }

    private static String generic(String key) {
        return key.replaceAll("\\.\\d+(?=\\.|$)", ".#");
    }

    /** A key as users read it: {@code simmer.levels.2.from} is {@code simmer.levels[2].from}. */
    public static String place(Config node) {
        return node.key().toString().replaceAll("\\.(\\d+)(?=\\.|$)", "[$1]");
    }
}
