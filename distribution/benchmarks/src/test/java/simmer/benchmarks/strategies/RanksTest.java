package simmer.benchmarks.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

final class RanksTest {

    private static final int RUNS = 200;

    @Test
    void tiesShareTheMeanOfTheirRanks() {
        assertThat(Ranks.of(new double[]{3, 1, 3, 2, 3})).containsExactly(4, 1, 4, 2, 4);
    }

    @Test
    void sameOrderIsOneAndOppositeOrderMinusOne() {
        double[] values = {0.1, 5, 2, 100};
        assertThat(Ranks.spearman(values, new double[]{1, 3, 2, 4})).isEqualTo(1, within(1e-12));
        assertThat(Ranks.spearman(values, new double[]{4, 2, 3, 1})).isEqualTo(-1, within(1e-12));
    }

    @Test
    void spearmanWithTiesIsPearsonsOfTheRanks() {
        // Ranks 1.5, 1.5, 3, 4 and 1, 2, 3.5, 3.5 about a mean of 2.5: 4 ÷ √(4.5 × 4.5).
        assertThat(Ranks.spearman(new double[]{0, 0, 1, 2}, new double[]{5, 6, 7, 7})).isEqualTo(4 / 4.5, within(1e-12));
    }

    @Test
    void aTieIsHalfAWin() {
        assertThat(Ranks.auc(new double[]{1, 2}, new double[]{1, 0})).isEqualTo(3.5 / 4, within(1e-12));
        assertThat(Ranks.auc(new double[]{1, 1}, new double[]{1, 1, 1})).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void withoutBothKindsThereIsNoArea() {
        assertThat(Ranks.auc(new double[]{}, new double[]{1})).isNaN();
    }

    @Test
    void theAreaIsThePartOfThePairsThatStandRight() {
        for (long seed = 0; seed < RUNS; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            double[] positives = coarse(random);
            double[] negatives = coarse(random);
            double wins = Arrays.stream(positives).flatMap(p -> Arrays.stream(negatives)
                    .map(n -> p > n ? 1 : p == n ? 0.5 : 0)).sum();
            assertThat(Ranks.auc(positives, negatives)).as("seed %d", seed)
                    .isEqualTo(wins / (positives.length * negatives.length), within(1e-12));
        }
    }

    /** Of few different values, so that many are tied. */
    private static double[] coarse(RandomGenerator random) {
        return random.ints(1 + random.nextInt(30), 0, 8).asDoubleStream().toArray();
    }
}
