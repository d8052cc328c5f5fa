package simmer.scoring.window;

import io.helidon.config.Config;

import simmer.spi.Scoring;
import simmer.spi.ScoringProvider;

/** Makes {@link WindowScoring} from {@code scoring: {window: {turns: 3}}}. */
public final class WindowScoringProvider implements ScoringProvider {

    @Override
    public String configKey() {
        return WindowScoring.TYPE;
    }

    @Override
    public Scoring create(Config options, String name) {
        return new WindowScoring(name, WindowConfig.create(options));
    }
}
