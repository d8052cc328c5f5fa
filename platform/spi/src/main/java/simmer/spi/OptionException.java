package simmer.spi;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Options that can't be used. The user who wrote them must change them: the host reports each problem under its key, with
 * all others of the configuration, in one go and without a stack trace.
 */
public final class OptionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<OptionProblem> problems;

    /**
     * @param problems at least one
     * @throws IllegalArgumentException if there is none
     */
    public OptionException(List<OptionProblem> problems) {
        super(problems.stream().map(OptionProblem::toString).collect(Collectors.joining("; ")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an option exception needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    /** One problem, under one key: see {@link OptionProblem}. */
    public OptionException(String key, String sentence) {
        this(List.of(new OptionProblem(key, sentence)));
    }

    public List<OptionProblem> problems() {
        return problems;
    }
}
