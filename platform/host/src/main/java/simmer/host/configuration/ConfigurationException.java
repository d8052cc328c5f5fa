package simmer.host.configuration;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Simmer can't start as it is configured: whoever configured it must act. Holds every problem found, not the first only. */
public final class ConfigurationException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int WIDEST_COLUMN = 44;

    private final transient List<ConfigurationProblem> problems;

    /** @param configuration the name of the configuration file */
    public ConfigurationException(String configuration, List<ConfigurationProblem> problems) {
        super(report(configuration, problems));
        this.problems = List.copyOf(problems);
    }

    /** @throws ConfigurationException if there is a problem */
    public static void throwIfAny(Installation installation, List<ConfigurationProblem> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(installation.configurationName(), problems);
        }
    }

    /** What is wrong, in the order of the configuration. */
    public List<ConfigurationProblem> problems() {
        return problems;
    }

    private static String report(String configuration, List<ConfigurationProblem> problems) {
        int width = problems.stream().mapToInt(problem -> problem.place().length())
                .filter(length -> length <= WIDEST_COLUMN).max().orElse(1);
        String count = problems.size() == 1 ? "1 error" : problems.size() + " errors";
        return configuration + ": " + count + ", nothing was started." + problems.stream()
                .map(problem -> "\n  " + pad(problem.place(), width) + "  " + problem.sentence())
                .collect(Collectors.joining());
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
