package simmer.scoring.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

import simmer.spi.OptionChecks;
import simmer.spi.OptionException;
import simmer.spi.Sentiment;
import simmer.testkit.Turns;

final class TurnMeasureTest {

    private static double measured(TurnMeasure measure, double negative, double neutral, double positive, int tokens) {
        return measure.of(List.of(Turns.turn(new Sentiment(negative, neutral, positive, tokens))))[0];
    }

    @Test
    void aNeutralTurnCountsInPartsOfANegativeOneAndAPositiveOneNothing() {
        TurnMeasure measure = new TurnMeasure(0.25, 1);
        assertThat(measured(measure, 1, 0, 0, 8)).isEqualTo(1);
        assertThat(measured(measure, 0, 1, 0, 8)).isEqualTo(0.25);
        assertThat(measured(measure, 0, 0, 1, 8)).isZero();
        assertThat(measured(measure, 0.5, 0.25, 0.25, 8)).isEqualTo(0.5625, within(1e-12));
    }

    @Test
    void aTurnOfAQuarterOfTheFullLengthIsSquared() {
        TurnMeasure measure = new TurnMeasure(0, 40);
        assertThat(measured(measure, 0.8, 0.2, 0, 10)).isEqualTo(0.64, within(1e-12));
        assertThat(measured(measure, 0.8, 0.2, 0, 40)).isEqualTo(0.8);
        assertThat(measured(measure, 0.8, 0.2, 0, 400)).isEqualTo(0.8);
    }

    @Test
    void shortAndSureCountsMoreThanShortAndDoubtful() {
        TurnMeasure measure = new TurnMeasure(0, 40);
        assertThat(measured(measure, 1, 0, 0, 1)).isEqualTo(1);
        assertThat(measured(measure, 0.95, 0.05, 0, 5)).isGreaterThan(0.85);
        assertThat(measured(measure, 0.75, 0.25, 0, 5)).isLessThan(0.45);
    }

    @Test
    void probabilitiesAHairOverOneMakeNoMoreThanFullFrustration() {
        assertThat(measured(new TurnMeasure(1, 1), 0.6, 0.4005, 0, 8)).isEqualTo(1);
    }

    @Test
    void numbersOutOfTheirRangesAreRefusedTogether() {
        OptionChecks checks = new OptionChecks();
        new TurnMeasure(1.5, 0).check(checks);
        assertThatThrownBy(checks::throwIfAny).isInstanceOf(OptionException.class)
                .hasMessage("neutral is 1.5, must be 0 to 1; full-length is 0, must be 1 to 512 tokens");
    }
}
