package simmer.scoring.parts;

import java.util.List;

import simmer.spi.OptionChecks;

/**
 * Turns a raw score into one whose thresholds mean something: straight lines from 0 over the knots to 1. It grows with the
 * raw score everywhere, so it changes where a level is entered and never which of two conversations is the more heated.
 */
public final class Calibration {

    private static final int MAX_KNOTS = 20;

    private final double[] raws;
    private final double[] scores;

    /** @param knots checked by {@link #check}; without any, a score is the raw score */
    public Calibration(List<KnotConfig> knots) {
        int last = knots.size() + 1;
        raws = new double[last + 1];
        scores = new double[last + 1];
        for (int i = 1; i < last; i++) {
            raws[i] = knots.get(i - 1).raw();
            scores[i] = knots.get(i - 1).score();
        }
        raws[last] = 1;
        scores[last] = 1;
    }

    /** Adds what is wrong with these knots, under the key {@code calibration}. */
    public static void check(OptionChecks checks, List<KnotConfig> knots) {
        checks.require(knots.size() <= MAX_KNOTS, "calibration",
                "has " + knots.size() + " knots, must be at most " + MAX_KNOTS);
        double raw = 0;
        double score = 0;
        for (int i = 0; i < knots.size(); i++) {
            KnotConfig knot = knots.get(i);
            checkNext(checks, "calibration." + i + ".raw", knot.raw(), raw);
            checkNext(checks, "calibration." + i + ".score", knot.score(), score);
            raw = knot.raw();
            score = knot.score();
        }
    }

    private static void checkNext(OptionChecks checks, String key, double value, double before) {
        checks.require(value > before && value < 1, key, "is " + value + ", must be over " + before + " and under 1");
    }

    /** @param raw 0 to 1 */
    public double score(double raw) {
        int right = 1;
        while (raw > raws[right]) {
            right++;
        }
        double way = (raw - raws[right - 1]) / (raws[right] - raws[right - 1]);
        return scores[right - 1] + way * (scores[right] - scores[right - 1]);
    }
}
