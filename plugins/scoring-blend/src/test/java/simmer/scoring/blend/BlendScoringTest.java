package simmer.scoring.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static simmer.testkit.Turns.sentiment;
import static simmer.testkit.Turns.turn;
import static simmer.testkit.Turns.turns;

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

final class BlendScoringTest extends ScoringContract {

    private static final int RUNS = 500;
    private static final Turn THANKS = turn(sentiment(0, 0, 1));

    @Override
    protected BlendScoringProvider provider() {
        return new BlendScoringProvider();
    }

    @Test
    void thePresentStateAndTheHeatAreBlended() {
        // Mean (0.5 × 0.9 + 0.3) ÷ 1.5 = 0.5; heat 0.8 × 0.9 + 0.3 = 1.02, folded 1.02 ÷ 2.02.
        Score score = blend(plain().factor(0.5).retain(0.8).heat(0.25)).score(turns(0.9, 0.3));
        assertThat(score.value()).isEqualTo(0.75 * 0.5 + 0.25 * 1.02 / 2.02, within(1e-12));
    }

    @Test
    void withoutHeatItIsTheMeanAndWithHeatAloneItIsTheHeat() {
        List<Turn> turns = turns(0.9, 0.3);
        assertThat(blend(plain().factor(0.5).heat(0)).score(turns).value()).isEqualTo(0.5, within(1e-12));
        assertThat(blend(plain().retain(0.8).heat(1)).score(turns).value()).isEqualTo(1.02 / 2.02, within(1e-12));
    }

    @Test
    void aTurnsFrustrationTimesItsWeightIsItsPartInTheScore() {
        for (long seed = 0; seed < RUNS; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            Score score = blend(anyOptions(random)).score(Turns.random(random, 1 + random.nextInt(40)));
            double sum = score.turns().stream().mapToDouble(turn -> turn.weight() * turn.frustration()).sum();
            assertThat(score.value()).as("seed %d", seed).isEqualTo(sum, within(1e-9));
            for (ScoredTurn turn : score.turns()) {
                assertThat(turn.share() * sum).as("seed %d", seed)
                        .isEqualTo(turn.weight() * turn.frustration(), within(1e-9));
            }
        }
    }

    @Test
    void angerThatGoesOnHeatsMoreThanAngerJustSaid() {
        BlendScoring scoring = blend(plain());
        assertThat(scoring.score(turns(0.9, 0.9, 0.9)).value()).isGreaterThan(scoring.score(turns(0.9)).value() + 0.1);
        assertThat(scoring.score(turns(0.1, 0.1, 0.9)).value()).isLessThan(scoring.score(turns(0.9, 0.9, 0.9)).value());
    }

    @Test
    void thanksCoolMoreThanAnAnswerThatIsNeither() {
        List<Turn> heated = turns(0.9, 0.9);
        BlendScoring scoring = blend(plain());
        double neutral = scoring.score(List.of(heated.get(0), heated.get(1), turn(0))).value();
        double thanks = scoring.score(List.of(heated.get(0), heated.get(1), THANKS)).value();
        assertThat(neutral).isLessThan(scoring.score(heated).value());
        assertThat(thanks).isLessThan(neutral - 0.2);
    }

    @Test
    void thanksAllAlongAreNoFrustrationAtAllAndAreExplainedAllTheSame() {
        Score score = blend(plain()).score(Collections.nCopies(5, THANKS));
        assertThat(score.value()).isZero();
        assertThat(score.turns().getLast().share()).isGreaterThan(0.5);
    }

    @Test
    void anAngrierTurnNeverLowersTheScore() {
        for (long seed = 0; seed < RUNS; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            BlendScoring scoring = blend(anyOptions(random));
            double[] negative = random.doubles(1 + random.nextInt(30)).toArray();
            double before = scoring.score(turns(negative)).value();
            int changed = random.nextInt(negative.length);
            negative[changed] += (1 - negative[changed]) * random.nextDouble();
            assertThat(scoring.score(turns(negative)).value()).as("seed %d, turn %d", seed, changed)
                    .isGreaterThanOrEqualTo(before - 1e-12);
        }
    }

    @Test
    void optionsAreReadFromYaml() {
        Config yaml = Config.just(ConfigSources.create("""
                heat: 0
                full-length: 1
                neutral: 0
                calibration: [{raw: 0.4, score: 0.35}, {raw: 0.6, score: 0.65}]
                """, MediaTypes.APPLICATION_YAML));
        assertThat(provider().create(yaml, "test").score(turns(0.5)).value()).isEqualTo(0.5, within(1e-12));
        assertThat(provider().create(yaml, "test").score(turns(0.4)).value()).isEqualTo(0.35, within(1e-12));
    }

    @Test
    void allThatIsWrongIsToldTogether() {
        assertThatThrownBy(() -> blend(BlendConfig.builder().heat(1.5).factor(0).retain(1).cooling(2).neutral(-1)
                .fullLength(0)))
                .isInstanceOf(OptionException.class)
                .hasMessage("heat is 1.5, must be 0 to 1; factor is 0.0, must be over 0, at most 1;"
                        + " retain is 1.0, must be 0 to 0.99; cooling is 2.0, must be 0 to 1;"
                        + " neutral is -1.0, must be 0 to 1; full-length is 0, must be 1 to 512 tokens");
    }

    /** The defaults, but for lengths and neutral turns: the numbers of a test are then the turns' own. */
    private static BlendConfig.Builder plain() {
        return BlendConfig.builder().fullLength(1).neutral(0);
    }

    private static BlendConfig.Builder anyOptions(RandomGenerator random) {
        return BlendConfig.builder().heat(random.nextDouble()).factor(1 - random.nextDouble())
                .retain(0.99 * random.nextDouble()).cooling(random.nextDouble()).neutral(random.nextDouble())
                .fullLength(1 + random.nextInt(40));
    }

    private static BlendScoring blend(BlendConfig.Builder options) {
        return new BlendScoring("test", options.build());
    }
}
