package simmer.benchmarks.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import simmer.benchmarks.strategies.Bootstrap.Estimate;

final class BootstrapTest {

    private static final double[] VALUES = IntStream.range(0, 400).mapToDouble(i -> i % 20).toArray();

    private static double mean(int[] drawn) {
        return Arrays.stream(drawn).mapToDouble(i -> VALUES[i]).average().orElseThrow();
    }

    @Test
    void theIntervalOfAMeanIsThatOfTheory() {
        Estimate mean = new Bootstrap(4000, 7).estimate(VALUES.length, BootstrapTest::mean);
        // 0 to 19, each as often: variance (20² − 1) ÷ 12, so ±1.96 × 5.766 ÷ √400.
        assertThat(mean.value()).isEqualTo(9.5, within(1e-12));
        assertThat(mean.low()).isEqualTo(9.5 - 0.565, within(0.05));
        assertThat(mean.high()).isEqualTo(9.5 + 0.565, within(0.05));
    }

    @Test
    void theSeedDecides() {
        Estimate first = new Bootstrap(50, 1).estimate(VALUES.length, BootstrapTest::mean);
        assertThat(new Bootstrap(50, 1).estimate(VALUES.length, BootstrapTest::mean)).isEqualTo(first);
        assertThat(new Bootstrap(50, 2).estimate(VALUES.length, BootstrapTest::mean)).isNotEqualTo(first);
    }

    @Test
    void resamplesWithoutAValueAreLeftOut() {
        Estimate estimate = new Bootstrap(500, 3).estimate(2, drawn -> drawn[0] == drawn[1] ? Double.NaN : 4);
        assertThat(estimate).isEqualTo(new Estimate(4, 4, 4));
    }

    @Test
    void foldsDifferInSizeByOneAtMost() {
        int[] folds = Bootstrap.folds(23, 10, 5);
        for (int fold = 0; fold < 10; fold++) {
            int wanted = fold;
            assertThat(Arrays.stream(folds).filter(f -> f == wanted).count()).isBetween(2L, 3L);
        }
        assertThat(folds).isNotEqualTo(Bootstrap.folds(23, 10, 6));
    }
}
