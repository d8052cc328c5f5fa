package simmer.scoring.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static simmer.testkit.Turns.sentiment;
import static simmer.testkit.Turns.turn;
import static simmer.testkit.Turns.turns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import simmer.spi.OptionException;
import simmer.spi.Score;
import simmer.spi.ScoredTurn;
import simmer.spi.Turn;
import simmer.testkit.ScoringContract;
import simmer.testkit.Turns;

final class DecayScoringTest extends ScoringContract {

    private static final int RUNS = 500;

    @Override
    protected DecayScoringProvider provider() {
        return new DecayScoringProvider();
    }

    @Test
    void aCalmTurnAfterAnAngryOneCoolsTheScore() {
        Score score = decay(0.5).score(turns(0.9, 0.0));
        assertThat(score.value()).isEqualTo(0.3, within(1e-9)); // (0.5 × 0.9 + 1 × 0.0) ÷ (0.5 + 1)
    }

    @Test
    void aTurnIsExplainedByItsFrustrationWeightAndShare() {
        List<ScoredTurn> explained = decay(0.5).score(turns(0.9, 0.2, 0.4)).turns();
        assertThat(explained).extracting(ScoredTurn::frustration).containsExactly(0.9, 0.2, 0.4);
        assertThat(explained).extracting(ScoredTurn::weight).containsExactly(0.25, 0.5, 1.0);
        assertThat(explained.get(1).share()).isEqualTo(0.5 / 1.75, within(1e-12));
    }

    @Test
    void theTutorialsArithmeticIsReproduced() {
        // Negative 0.9, then positive 0.8, then neutral 0.7: frustrations 0.9, 0.2, 0.5, weights 0.7225, 0.85, 1.
        List<Turn> turns = List.of(turn(sentiment(0.9, 0.06, 0.04)), turn(sentiment(0.05, 0.15, 0.8)),
                turn(sentiment(0.1, 0.7, 0.2)));
        Score score = decay(0.85, Reading.WINNING_LABEL).score(turns);
        assertThat(score.value()).isEqualTo(1.32025 / 2.5725, within(1e-12));
    }

    @Test
    void theTutorialsNeutralConversationSitsAtOneHalf() {
        List<Turn> turns = Collections.nCopies(7, turn(sentiment(0.1, 0.8, 0.1)));
        assertThat(decay(0.85, Reading.WINNING_LABEL).score(turns).value()).isEqualTo(0.5, within(1e-12));
        assertThat(decay(0.85).score(turns).value()).isEqualTo(0.1, within(1e-12));
    }

    @Test
    void oneTurnIsItself() {
        everyRun((random, seed) -> {
            double negative = random.nextDouble();
            assertThat(decay(anyFactor(random)).score(turns(negative)).value()).as("seed %d", seed)
                    .isEqualTo(negative, within(1e-12));
        });
    }

    @Test
    void theScoreLiesBetweenTheCalmestAndTheAngriestTurn() {
        everyRun((random, seed) -> {
            Score score = decay(anyFactor(random)).score(anyTurns(random));
            double calmest = score.turns().stream().mapToDouble(ScoredTurn::frustration).min().orElseThrow();
            double angriest = score.turns().stream().mapToDouble(ScoredTurn::frustration).max().orElseThrow();
            assertThat(score.value()).as("seed %d", seed).isBetween(calmest - 1e-12, angriest + 1e-12);
        });
    }

    @Test
    void anAngrierTurnNeverLowersTheScore() {
        everyRun((random, seed) -> {
            double factor = anyFactor(random);
            double[] negative = random.doubles(1 + random.nextInt(30)).toArray();
            double before = decay(factor).score(turns(negative)).value();
            int changed = random.nextInt(negative.length);
            negative[changed] += (1 - negative[changed]) * random.nextDouble();
            assertThat(decay(factor).score(turns(negative)).value()).as("seed %d, turn %d", seed, changed)
                    .isGreaterThanOrEqualTo(before - 1e-12);
        });
    }

    @Test
    void ofTheSameTurnsThoseThatGrowAngrierScoreHighest() {
        everyRun((random, seed) -> {
            double factor = 0.1 + 0.8 * random.nextDouble();
            List<Turn> rising = new ArrayList<>(turns(random.doubles(2 + random.nextInt(10)).sorted().toArray()));
            double highest = decay(factor).score(rising).value();
            double lowest = decay(factor).score(rising.reversed()).value();
            assertThat(highest).as("seed %d", seed).isGreaterThan(lowest);
            Collections.shuffle(rising, new Random(seed));
            assertThat(decay(factor).score(rising).value()).as("seed %d", seed)
                    .isBetween(lowest - 1e-12, highest + 1e-12);
        });
    }

    @Test
    void withAFactorOfOneTheOrderDoesNotMatter() {
        everyRun((random, seed) -> {
            List<Turn> turns = anyTurns(random);
            assertThat(decay(1).score(turns.reversed()).value()).as("seed %d", seed)
                    .isEqualTo(decay(1).score(turns).value(), within(1e-12));
        });
    }

    @Test
    void withTheLeastFactorOnlyTheNewestTurnIsLeft() {
        double[] negative = new double[200];
        Arrays.fill(negative, 1);
        negative[199] = 0.25;
        Score score = decay(Double.MIN_VALUE).score(turns(negative));
        assertThat(score.value()).isEqualTo(0.25);
        assertThat(score.turns().getLast().share()).isEqualTo(1);
        assertThat(score.turns().getFirst().weight()).isZero();
    }

    @Test
    void aFactorOutOfItsRangeIsRefused() {
        for (double factor : new double[]{0, -0.5, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> decay(factor)).isInstanceOf(OptionException.class)
                    .hasMessage("factor is " + factor + ", must be over 0, at most 1");
        }
    }

    private static DecayScoring decay(double factor) {
        return decay(factor, Reading.NEGATIVE);
    }

    private static DecayScoring decay(double factor, Reading reading) {
        return new DecayScoring("test", DecayConfig.builder().factor(factor).reading(reading).build());
    }

    private static double anyFactor(RandomGenerator random) {
        return 1 - random.nextDouble(); // over 0, at most 1
    }

    private static List<Turn> anyTurns(RandomGenerator random) {
        return Turns.random(random, 1 + random.nextInt(50));
    }

    private static void everyRun(Property property) {
        for (long seed = 0; seed < RUNS; seed++) {
            property.holds(new SplittableRandom(seed), seed);
        }
    }

    @FunctionalInterface
    private interface Property {
        void holds(RandomGenerator random, long seed);
    }
}
