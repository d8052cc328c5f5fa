package simmer.scoring.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static simmer.testkit.Turns.turns;

import java.util.List;

import org.junit.jupiter.api.Test;

import simmer.spi.Score;
import simmer.spi.ScoredTurn;

final class ExplanationTest {

    private static final Calibration NONE = new Calibration(List.of());

    @Test
    void aShareIsATurnsPartInTheRawScore() {
        Score score = Explanation.explain(turns(0.8, 0.2), new double[]{0.8, 0.2}, new double[]{0.5, 0.5}, NONE);
        assertThat(score.value()).isEqualTo(0.5, within(1e-12));
        assertThat(score.turns()).extracting(ScoredTurn::share).containsExactly(0.8, 0.2);
        assertThat(score.turns()).extracting(ScoredTurn::weight).containsExactly(0.5, 0.5);
    }

    @Test
    void calibrationMovesTheScoreAndLeavesTheShares() {
        Calibration calibration = new Calibration(List.of(KnotConfig.builder().raw(0.5).score(0.25).build()));
        Score score = Explanation.explain(turns(0.8, 0.2), new double[]{0.8, 0.2}, new double[]{0.5, 0.5}, calibration);
        assertThat(score.value()).isEqualTo(0.25, within(1e-12));
        assertThat(score.turns()).extracting(ScoredTurn::share).containsExactly(0.8, 0.2);
    }

    @Test
    void whereNothingFrustratesTheWeightsTellTheShares() {
        Score score = Explanation.explain(turns(0, 0), new double[]{0, 0}, new double[]{0.2, 0.6}, NONE);
        assertThat(score.value()).isZero();
        assertThat(score.turns()).extracting(ScoredTurn::share).satisfiesExactly(
                older -> assertThat(older).isEqualTo(0.25, within(1e-12)),
                newer -> assertThat(newer).isEqualTo(0.75, within(1e-12)));
    }
}
