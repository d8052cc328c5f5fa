package com.example.peak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import org.junit.jupiter.api.Test;

import simmer.spi.OptionException;
import simmer.spi.Scoring;
import simmer.spi.ScoringProvider;
import simmer.spi.Sentiment;
import simmer.spi.Turn;
import simmer.spi.Utterance;
import simmer.testkit.ScoringContract;

/** The contract of every strategy, and what is this one's own. */
final class PeakScoringTest extends ScoringContract {

    @Override
    protected ScoringProvider provider() {
        return new PeakScoringProvider();
    }

    private static Scoring peak(int turns) {
        return new PeakScoringProvider()
                .create(Config.just(ConfigSources.create(Map.of("turns", Integer.toString(turns)))), "peak");
    }

    private static List<Turn> turns(double... negatives) {
        return DoubleStream.of(negatives)
                .mapToObj(negative -> new Turn(new Utterance("turn"), new Sentiment(negative, 1 - negative, 0, 1))).toList();
    }

    @Test
    void theWorstTurnCountsAlone() {
        assertThat(peak(10).score(turns(0.2, 0.9, 0.1)).value()).isEqualTo(0.9);
    }

    @Test
    void aTurnThatIsTooOldCountsNoMore() {
        assertThat(peak(2).score(turns(0.9, 0.2, 0.1)).value()).isEqualTo(0.2);
    }

    @Test
    void aNumberOutOfRangeIsRefused() {
        assertThatThrownBy(() -> peak(0)).isInstanceOf(OptionException.class);
    }
}
