package simmer.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with a plugin's options, so that a user is told everything at once:
 *
 * <pre>{@code
 * new OptionChecks()
 *         .require(factor > 0 && factor <= 1, "factor", "is " + factor + ", must be over 0, at most 1")
 *         .throwIfAny();
 * }</pre>
 *
 * Not for use by several threads.
 */
public final class OptionChecks {

    private final List<OptionProblem> problems = new ArrayList<>();

    /**
     * @param holds whether all is well
     * @param key see {@link OptionProblem#key()}
     * @param sentence see {@link OptionProblem#sentence()}
     */
    public OptionChecks require(boolean holds, String key, String sentence) {
        if (!holds) {
            problems.add(new OptionProblem(key, sentence));
        }
        return this;
    }

    /** @throws OptionException with every problem found, if there is one */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new OptionException(problems);
        }
    }
}
