package simmer.scoring.heat;

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
 * The {@linkplain Heat heat} of a conversation, folded into 0 to 1: <code>heat ÷ (1 + heat)</code>. One turn of full
 * frustration is 0.5, and as heat stays under <code>1 ÷ (1 − retain)</code>, the score stays under
 * <code>1 ÷ (2 − retain)</code> before calibration.
 */
final class HeatScoring implements Scoring {

    static final String TYPE = "heat";

    private final String name;
    private final TurnMeasure measure;
    private final Heat heat;
    private final Calibration calibration;

    /** @throws simmer.spi.OptionException if options are out of their ranges */
    HeatScoring(String name, HeatConfig config) {
        this.name = name;
        measure = new TurnMeasure(config.neutral(), config.fullLength());
        heat = new Heat(config.retain(), config.cooling());
        OptionChecks checks = new OptionChecks();
        heat.check(checks);
        measure.check(checks);
        Calibration.check(checks, config.calibration());
        checks.throwIfAny();
        calibration = new Calibration(config.calibration());
    }

    @Override
    public Score score(List<Turn> turns) {
        double[] frustrations = measure.of(turns);
        double[] weights = heat.left(turns);
        double fold = 1 + Heat.sum(frustrations, weights);
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= fold;
        }
        return Explanation.explain(turns, frustrations, weights, calibration);
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
