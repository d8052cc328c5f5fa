package simmer.scoring.decay;

import io.helidon.config.Config;

import simmer.spi.Scoring;
import simmer.spi.ScoringProvider;

/** Makes {@link DecayScoring} from {@code scoring: {decay: {factor: 0.85}}}. */
public final class DecayScoringProvider implements ScoringProvider {

    @Override
    public String configKey() {
        return DecayScoring.TYPE;
    }

    @Override
    public Scoring create(Config options, String name) {
        return new DecayScoring(name, DecayConfig.create(options));
    }
}
