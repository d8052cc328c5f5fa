package simmer.benchmarks.strategies;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Statistics that depend on order alone. Equal values share the mean of their ranks. */
final class Ranks {

    private Ranks() {
    }

    /** Ranks from 1, in the values' order. */
    static double[] of(double[] values) {
        int[] order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue).toArray();
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            // Places from + 1 to `to` are tied.
            double mean = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                ranks[order[i]] = mean;
            }
            from = to;
        }
        return ranks;
    }

    /** Spearman's ρ: Pearson's correlation of the ranks. {@code NaN} if all values on a side are equal. */
    static double spearman(double[] left, double[] right) {
        double[] x = of(left);
        double[] y = of(right);
        double mean = (x.length + 1) / 2.0;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mean) * (y[i] - mean);
            xx += (x[i] - mean) * (x[i] - mean);
            yy += (y[i] - mean) * (y[i] - mean);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /**
     * The area under the ROC curve: how often one of the positives scores over one of the negatives, a tie being half.
     * {@code NaN} if there are none of a kind.
     */
    static double auc(double[] positives, double[] negatives) {
        double[] sorted = negatives.clone();
        Arrays.sort(sorted);
        double wins = 0;
        for (double positive : positives) {
            wins += (below(sorted, positive, false) + below(sorted, positive, true)) / 2.0;
        }
        return wins / ((double) positives.length * negatives.length);
    }

    /** How many of the sorted values are under a value, or at most it. */
    private static int below(double[] sorted, double value, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
