package simmer.scoring.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static simmer.testkit.Turns.sentiment;

import org.junit.jupiter.api.Test;

final class ReadingTest {

    @Test
    void negativeReadsTheProbabilityOfBeingNegativeWhoeverWins() {
        assertThat(Reading.NEGATIVE.frustration(sentiment(0.3, 0.6, 0.1))).isEqualTo(0.3);
    }

    @Test
    void aWinningNegativeCountsAsItsProbability() {
        assertThat(winning(0.5, 0.25, 0.25)).isEqualTo(0.5);
    }

    @Test
    void aWinningPositiveCountsAsWhatItLeaves() {
        assertThat(winning(0.125, 0.125, 0.75)).isEqualTo(0.25);
    }

    @Test
    void aWinningNeutralIsOneHalfHoweverSure() {
        assertThat(winning(0, 1, 0)).isEqualTo(0.5);
        assertThat(winning(0.25, 0.5, 0.25)).isEqualTo(0.5);
    }

    @Test
    void neutralWinsATie() {
        assertThat(winning(0.375, 0.375, 0.25)).isEqualTo(0.5);
        assertThat(winning(0.25, 0.375, 0.375)).isEqualTo(0.5);
        assertThat(winning(1.0 / 3, 1.0 / 3, 1.0 / 3)).isEqualTo(0.5);
    }

    @Test
    void negativeWinsATieWithPositive() {
        assertThat(winning(0.375, 0.25, 0.375)).isEqualTo(0.375);
    }

    private static double winning(double negative, double neutral, double positive) {
        return Reading.WINNING_LABEL.frustration(sentiment(negative, neutral, positive));
    }
}
