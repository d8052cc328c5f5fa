package simmer.scoring.decay;

import java.util.List;

import simmer.spi.OptionChecks;
import simmer.spi.Score;
import simmer.spi.Scoring;
import simmer.spi.Turn;

/**
 * A mean of the turns' frustration in which a turn that is {@code age} turns old weighs <code>factor<sup>age</sup></code>.
 * The formula is that of the tutorial on escalating Cognigy.AI conversations by sentiment:
 * <code>w<sub>i</sub> = factor<sup>n-1-i</sup></code>, score = Σ w<sub>i</sub> f<sub>i</sub> ÷ Σ w<sub>i</sub>.
 */
final class DecayScoring implements Scoring {

    static final String TYPE = "decay";

    private final String name;
    private final double factor;
    private final Reading reading;

    /** @throws simmer.spi.OptionException if the factor is not over 0 and at most 1 */
    DecayScoring(String name, DecayConfig config) {
        this.name = name;
        factor = config.factor();
        reading = config.reading();
        new OptionChecks()
                .require(factor > 0 && factor <= 1, "factor", "is " + factor + ", must be over 0, at most 1")
                .throwIfAny();
    }

    @Override
    public Score score(List<Turn> turns) {
        // The newest turn weighs 1, so the sum stays over 0 even where old weights underflow.
        return Score.weightedMean(turns, turn -> reading.frustration(turn.sentiment()), age -> Math.pow(factor, age));
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
