package simmer.host.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.helidon.config.Config;

/**
 * What is found wrong with options after their types were checked: of a place that was reported then, nothing more is said.
 * Belongs to one thread.
 */
final class OptionFindings {

    private final Set<String> reported;
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    /** @param reported the places of which something was said already */
    OptionFindings(Set<String> reported) {
        this.reported = Set.copyOf(reported);
    }

    List<ConfigurationProblem> problems() {
        return List.copyOf(problems);
    }

    boolean isReported(Config node) {
        return reported.contains(OptionCheck.place(node));
    }

    void problem(Config node, String sentence) {
        if (!isReported(node)) {
            problems.add(new ConfigurationProblem(OptionCheck.place(node), sentence));
        }
    }

    void requireText(Config node) {
        if (node.asString().orElse("").isBlank()) {
            problem(node, "is missing or empty");
        }
    }

    void range(Config node, int min, int max) {
        number(node).filter(value -> value < min || value > max)
                .ifPresent(value -> problem(node, "is " + value.intValue() + ", must be " + min + " to " + max));
    }

    void range(Config node, Duration min, Duration max) {
        if (!isReported(node)) {
            node.as(Duration.class).asOptional().filter(value -> value.compareTo(min) < 0 || value.compareTo(max) > 0)
                    .ifPresent(value -> problem(node, "is " + value + ", must be " + min + " to " + max));
        }
    }

    /** A range from 0 up, of fractions. */
    void upTo(Config node, String max) {
        number(node).filter(value -> !(value >= 0 && value <= Double.parseDouble(max)))
                .ifPresent(value -> problem(node, "is " + value + ", must be 0 to " + max));
    }

    /** A number, unless the place is empty or was reported. */
    Optional<Double> number(Config node) {
        return isReported(node) ? Optional.empty() : node.asString().asOptional().map(Double::parseDouble);
    }

    /** The entries of a list or a map, none if there is neither. */
    static List<Config> entries(Config list) {
        return list.exists() && !list.isLeaf() ? list.asNodeList().orElse(List.of()) : List.of();
    }
}
