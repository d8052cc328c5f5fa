package simmer.scoring.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static simmer.testkit.Turns.sentiment;
import static simmer.testkit.Turns.turn;
import static simmer.testkit.Turns.turns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import org.junit.jupiter.api.Test;

import simmer.spi.OptionException;
import simmer.spi.Score;
import simmer.spi.ScoredTurn;
import simmer.spi.Turn;
import simmer.testkit.ScoringContract;
import simmer.testkit.Turns;

final class HeatScoringTest extends ScoringContract {

    private static final int RUNS = 500;

    @Override
    protected HeatScoringProvider provider() {
        return new HeatScoringProvider();
    }

    @Test
    void heatAddsUp() {
        // Heats 0.6, then 0.5 × 0.6 + 0.9.
        HeatScoring scoring = heat(HeatConfig.builder().retain(0.5).fullLength(1));
        assertThat(scoring.score(turns(0.6)).value()).isEqualTo(0.6 / 1.6, within(1e-12));
        Score score = scoring.score(turns(0.6, 0.9));
        assertThat(score.value()).isEqualTo(1.2 / 2.2, within(1e-12));
        assertThat(score.turns()).extracting(ScoredTurn::frustration).containsExactly(0.6, 0.9);
        assertThat(score.turns()).extracting(ScoredTurn::share).satisfiesExactly(
                first -> assertThat(first).isEqualTo(0.25, within(1e-12)),
                second -> assertThat(second).isEqualTo(0.75, within(1e-12)));
    }

    @Test
    void thatItBoiledOverIsRememberedByDefaultAndCooledByThanksIfAsked() {
        List<Turn> turns = List.of(turn(1), turn(1), turn(sentiment(0, 0, 1)));
        HeatConfig.Builder options = HeatConfig.builder().fullLength(1);
        assertThat(heat(options).score(turns).value()).isEqualTo(1.71 / 2.71, within(1e-12));
        assertThat(heat(options.cooling(1)).score(turns).value()).isZero();
    }

    @Test
    void anotherTurnOfFullAngerHeatsUpToTheBoundOnly() {
        double before = 0;
        HeatScoring scoring = heat(HeatConfig.builder().retain(0.8).fullLength(1));
        for (int turns = 1; turns <= 50; turns++) {
            double score = scoring.score(Collections.nCopies(turns, turn(1))).value();
            assertThat(score).as("after %d turns", turns).isGreaterThan(before).isLessThan(1 / (2 - 0.8));
            before = score;
        }
    }

    @Test
    void aCalmTurnNeverHeatsAndAnAngrierOneNeverCools() {
        for (long seed = 0; seed < RUNS; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            List<Turn> turns = new ArrayList<>(Turns.random(random, 1 + random.nextInt(30)));
            HeatScoring scoring = heat(HeatConfig.builder().retain(0.99 * random.nextDouble()).fullLength(1));
            double before = scoring.score(turns).value();
            turns.add(turn(0));
            assertThat(scoring.score(turns).value()).as("a calm turn, seed %d", seed).isLessThanOrEqualTo(before + 1e-12);
            turns.set(turns.size() - 1, turn(random.nextDouble()));
            double mild = scoring.score(turns).value();
            turns.set(turns.size() - 1, turn(1));
            assertThat(scoring.score(turns).value()).as("an angrier turn, seed %d", seed)
                    .isGreaterThanOrEqualTo(mild - 1e-12);
        }
    }

    @Test
    void optionsAreReadFromYaml() {
        Config yaml = Config.just(ConfigSources.create("""
                retain: 0.5
                full-length: 1
                calibration: [{raw: 0.5, score: 0.8}]
                """, MediaTypes.APPLICATION_YAML));
        assertThat(provider().create(yaml, "test").score(turns(1.0)).value()).isEqualTo(0.8, within(1e-12));
    }

    @Test
    void allThatIsWrongIsToldTogether() {
        assertThatThrownBy(() -> heat(HeatConfig.builder().retain(1).cooling(2).neutral(-1).fullLength(513)))
                .isInstanceOf(OptionException.class)
                .hasMessage("retain is 1.0, must be 0 to 0.99; cooling is 2.0, must be 0 to 1;"
                        + " neutral is -1.0, must be 0 to 1; full-length is 513, must be 1 to 512 tokens");
    }

    private static HeatScoring heat(HeatConfig.Builder options) {
        return new HeatScoring("test", options.build());
    }
}
