package simmer.benchmarks.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static simmer.testkit.Turns.turns;

import java.util.List;

import org.junit.jupiter.api.Test;

final class SatisfactionTest {

    private static final Strategy LAST = new Strategy("last", turns -> turns.getLast().sentiment().negative());
    private static final int[] BOTH = {0, 1};

    /** One dialogue with an unhappy turn in its middle, one without any. */
    private static final Satisfaction PAIR = new Satisfaction(List.of(
            new Dialogue(turns(0.1, 0.8, 0.2), List.of(3.0, 2.0, 3.5)),
            new Dialogue(turns(0.9, 0.3), List.of(2.5, 4.0))), LAST);

    @Test
    void anUnhappyTurnIsOneRatedUnderTheMiddle() {
        // 0.8 against 0.1, 0.2, 0.9 and 0.3.
        assertThat(PAIR.unhappyTurns(BOTH)).isEqualTo(0.75);
    }

    @Test
    void onlyDialoguesWithoutAnUnhappyTurnAreCalm() {
        assertThat(PAIR.calmThatReached(BOTH, 0.9, 1)).isEqualTo(1);
        assertThat(PAIR.calmThatReached(BOTH, 0.9, 2)).isZero();
        assertThat(PAIR.calmThatReached(new int[]{0}, 0.1, 1)).isNaN();
    }

    @Test
    void aDialogueBreaksOffAtItsLastUnhappyTurn() {
        // 0.8, where the first breaks off, against 0.3, where the second ends.
        assertThat(PAIR.brokenOff(BOTH)).isEqualTo(1);
    }
}
