package simmer.scoring.heat;

import io.helidon.config.Config;

import simmer.spi.Scoring;
import simmer.spi.ScoringProvider;

/** Makes {@link HeatScoring} from {@code scoring: {heat: {retain: 0.9}}}. */
public final class HeatScoringProvider implements ScoringProvider {

    @Override
    public String configKey() {
        return HeatScoring.TYPE;
    }

    @Override
    public Scoring create(Config options, String name) {
        return new HeatScoring(name, HeatConfig.create(options));
    }
}
