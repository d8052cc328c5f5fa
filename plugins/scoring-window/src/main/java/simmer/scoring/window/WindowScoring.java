package simmer.scoring.window;

import java.util.List;

import simmer.spi.OptionChecks;
import simmer.spi.Score;
import simmer.spi.Scoring;
import simmer.spi.Turn;

/**
 * The mean probability of being negative over the last turns; older ones have weight and share 0. A conversation shorter
 * than the window is averaged whole.
 */
final class WindowScoring implements Scoring {

    static final String TYPE = "window";

    private static final int MAX_TURNS = 200;

    private final String name;
    private final int window;

    /** @throws simmer.spi.OptionException if the window is not 1 to 200 turns */
    WindowScoring(String name, WindowConfig config) {
        this.name = name;
        window = config.turns();
        new OptionChecks()
                .require(window >= 1 && window <= MAX_TURNS, "turns", "is " + window + ", must be 1 to " + MAX_TURNS)
                .throwIfAny();
    }

    @Override
    public Score score(List<Turn> turns) {
        return Score.weightedMean(turns, turn -> turn.sentiment().negative(), age -> age < window ? 1 : 0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String type() {
        return TYPE;
    }
}
