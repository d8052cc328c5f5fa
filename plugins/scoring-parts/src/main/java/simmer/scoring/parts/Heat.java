package simmer.scoring.parts;

import java.util.List;

import simmer.spi.OptionChecks;
import simmer.spi.Turn;

/**
 * Heat that builds up turn by turn, leaks away, and is cooled by what is positive:
 * <code>heat<sub>t</sub> = heat<sub>t-1</sub> × retain × (1 − cooling × positive<sub>t</sub>) +
 * frustration<sub>t</sub></code>.
 * <p>
 * This is Page's cumulative sum (CUSUM) with a leak in place of its reference value: a fixed value taken off each turn was
 * measured too, and found what boiled over no better. The leak bounds the heat: with frustrations of at most 1 it stays
 * under <code>1 ÷ (1 − retain)</code>.
 *
 * @param retain the part of the heat that a further turn leaves, 0 to 0.99
 * @param cooling how much of what is left a wholly positive turn takes away, 0 to 1
 */
public record Heat(double retain, double cooling) {

    private static final double MAX_RETAIN = 0.99;

    /** Adds what is wrong with these numbers, under the keys {@code retain} and {@code cooling}. */
    public void check(OptionChecks checks) {
        checks.require(retain >= 0 && retain <= MAX_RETAIN, "retain", "is " + retain + ", must be 0 to " + MAX_RETAIN)
                .require(cooling >= 0 && cooling <= 1, "cooling", "is " + cooling + ", must be 0 to 1");
    }

    /**
     * How much of each turn is left at the end, 0 to 1, in the turns' order; 1 for the newest. The heat is the sum of the
     * turns' frustrations, each times what is left of it.
     *
     * @param turns at least one, oldest first
     */
    public double[] left(List<Turn> turns) {
        double[] left = new double[turns.size()];
        double kept = 1;
        for (int i = left.length - 1; i >= 0; i--) {
            left[i] = kept;
            kept *= retain * (1 - cooling * turns.get(i).sentiment().positive());
        }
        return left;
    }

    /**
     * The heat.
     *
     * @param frustrations of the turns, 0 to 1
     * @param left what is {@link #left} of each
     */
    public static double sum(double[] frustrations, double[] left) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += frustrations[i] * left[i];
        }
        return sum;
    }
}
