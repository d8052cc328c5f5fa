package simmer.benchmarks.strategies;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Percentile intervals by drawing whole dialogues with replacement: turns of one dialogue resemble each other, so drawing
 * turns would make the intervals too narrow.
 *
 * @param draws how many resamples, 1 or more
 * @param seed of the draws; the same seed gives the same interval
 */
record Bootstrap(int draws, long seed) {

    private static final double TAIL = 0.025;

    /** What is estimated, from the dialogues at these places; a place may come more than once. */
    @FunctionalInterface
    interface Statistic {
        double of(int[] dialogues);
    }

    /** The statistic of all dialogues, with its 95 % interval. Resamples in which it is not defined are left out. */
    Estimate estimate(int dialogues, Statistic statistic) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = IntStream.range(0, draws)
                .mapToDouble(draw -> statistic.of(random.ints(dialogues, 0, dialogues).toArray()))
                .filter(value -> !Double.isNaN(value)).sorted().toArray();
        return new Estimate(statistic.of(IntStream.range(0, dialogues).toArray()), quantile(drawn, TAIL),
                quantile(drawn, 1 - TAIL));
    }

    private static double quantile(double[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(part * (sorted.length - 1))];
    }

    /** A statistic and the ends of its 95 % interval. */
    record Estimate(double value, double low, double high) {
    }

    /** Each dialogue's fold, 0 to {@code folds} - 1, shuffled by a seed; folds differ in size by one at most. */
    static int[] folds(int dialogues, int folds, long seed) {
        int[] fold = IntStream.range(0, dialogues).map(i -> i % folds).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = dialogues - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = fold[i];
            fold[i] = fold[other];
            fold[other] = kept;
        }
        return fold;
    }
}
