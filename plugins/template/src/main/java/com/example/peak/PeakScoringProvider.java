package com.example.peak;

import io.helidon.config.Config;

import simmer.spi.Scoring;
import simmer.spi.ScoringProvider;

/** Makes {@link PeakScoring} from {@code scoring: {peak: {turns: 10}}}. */
public final class PeakScoringProvider implements ScoringProvider {

    @Override
    public String configKey() {
        return PeakScoring.TYPE;
    }

    @Override
    public Scoring create(Config options, String name) {
        return new PeakScoring(name, PeakConfig.create(options));
    }
}
