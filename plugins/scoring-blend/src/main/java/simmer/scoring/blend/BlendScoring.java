package simmer.scoring.blend;

import java.util.List;

import simmer.scoring.parts.Calibration;
import simmer.scoring.parts.Explanation;
import simmer.scoring.parts.Heat;
import simmer.scoring.parts.TurnMeasure;
import simmer.spi.OptionChecks;
import simmer.spi.Score;
import simmer.spi.Scoring;
import simmer.spi.Turn;

/**
 * Two answers to two questions, blended: how do things stand now (a mean in which a turn that is {@code age} turns old
 * weighs
 * <code>factor<sup>age</sup></code>), and has it been boiling ({@linkplain Heat heat}, folded as
 * <code>heat ÷ (1 + heat)</code>). Before calibration the score is
 * <code>(1 − share) × mean + share × heat ÷ (1 + heat)</code>, where {@code share} is the option {@code heat}.
 */
final class BlendScoring implements Scoring {

    static final String TYPE = "blend";

    private final String name;
    private final double heatShare;
    private final double factor;
    private final TurnMeasure measure;
    private final Heat heat;
    private final Calibration calibration;

    /** @throws simmer.spi.OptionException if options are out of their ranges */
    BlendScoring(String name, BlendConfig config) {
        this.name = name;
        heatShare = config.heat();
        factor = config.factor();
        measure = new TurnMeasure(config.neutral(), config.fullLength());
        heat = new Heat(config.retain(), config.cooling());
        OptionChecks checks = new OptionChecks()
                .require(heatShare >= 0 && heatShare <= 1, "heat", "is " + heatShare + ", must be 0 to 1")
                .require(factor > 0 && factor <= 1, "factor", "is " + factor + ", must be over 0, at most 1");
        heat.check(checks);
        measure.check(checks);
        Calibration.check(checks, config.calibration());
        checks.throwIfAny();
        calibration = new Calibration(config.calibration());
    }

    @Override
    public Score score(List<Turn> turns) {
        double[] frustrations = measure.of(turns);
        double[] present = present(turns.size());
        double[] left = heat.left(turns);
        double fold = 1 + Heat.sum(frustrations, left);
        double[] weights = new double[turns.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (1 - heatShare) * present[i] + heatShare * left[i] / fold;
        }
        return Explanation.explain(turns, frustrations, weights, calibration);
    }

    /** Each turn's weight in the mean; they sum to 1. */
    private double[] present(int turns) {
        double[] weights = new double[turns];
        double weight = 1;
        double sum = 0;
        for (int i = turns - 1; i >= 0; i--) {
            weights[i] = weight;
            sum += weight;
            weight *= factor;
        }
        for (int i = 0; i < turns; i++) {
            weights[i] /= sum;
        }
        return weights;
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
