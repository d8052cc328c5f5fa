package simmer.benchmarks.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static simmer.testkit.Turns.sentiment;
import static simmer.testkit.Turns.turn;
import static simmer.testkit.Turns.turns;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

final class StrategyTest {

    private static final Strategy LAST = new Strategy("last", turns -> turns.getLast().sentiment().negative());

    @Test
    void blindToTheCurrentTurnScoresWhatCameBeforeIt() {
        Strategy blind = LAST.blindToTheCurrentTurn("blind");
        assertThat(new Dialogue(turns(0.9, 0.2, 0.4), List.of(3.0, 1.0, 1.0)).scores(blind)).containsExactly(0, 0.9, 0.2);
    }

    @Test
    void withLabelsInvertedWhatIsPositiveCountsAsNegative() {
        assertThat(LAST.withLabelsInverted("inverted").score(List.of(turn(sentiment(0.7, 0.2, 0.1))))).isEqualTo(0.1);
    }

    @Test
    void aRowIsNamedAsAUserWouldWriteIt() {
        assertThat(Strategies.shipped("decay", Map.of("factor", "0.5", "reading", "negative")).name())
                .isEqualTo("`decay {factor: 0.5, reading: negative}`");
        assertThat(Strategies.shipped("window", Map.of("turns", "1")).score(turns(0.9, 0.2))).isEqualTo(0.2, within(1e-12));
    }
}
