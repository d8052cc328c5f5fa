package simmer.scoring.blend;

import io.helidon.config.Config;

import simmer.spi.Scoring;
import simmer.spi.ScoringProvider;

/** Makes {@link BlendScoring} from {@code scoring: {blend: {heat: 0.6}}}. */
public final class BlendScoringProvider implements ScoringProvider {

    @Override
    public String configKey() {
        return BlendScoring.TYPE;
    }

    @Override
    public Scoring create(Config options, String name) {
        return new BlendScoring(name, BlendConfig.create(options));
    }
}
