package simmer.scoring.parts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import simmer.spi.Score;
import simmer.spi.ScoredTurn;
import simmer.spi.Turn;

/** Makes a score that tells where it comes from. */
public final class Explanation {

    private Explanation() {
    }

    /**
     * The raw score is the sum of the turns' frustrations, each times its weight; a turn's share is its part in that sum.
     * Calibration moves the whole and leaves the shares. Where no turn has any frustration, so that none has a part, shares
     * follow the weights.
     *
     * @param turns at least one, oldest first
     * @param frustrations one for each turn, 0 to 1
     * @param weights one for each turn, 0 or more, over 0 for at least one; with them the raw score is at most 1
     */
    public static Score explain(List<Turn> turns, double[] frustrations, double[] weights, Calibration calibration) {
        double[] parts = new double[weights.length];
        Arrays.setAll(parts, i -> weights[i] * frustrations[i]);
        double raw = Arrays.stream(parts).sum();
        double[] shares = raw > 0 ? parts : weights;
        double whole = Arrays.stream(shares).sum();
        List<ScoredTurn> scored = new ArrayList<>(weights.length);
        for (int i = 0; i < weights.length; i++) {
            // Rounding may carry the only part there is a hair over the whole.
            scored.add(new ScoredTurn(turns.get(i), frustrations[i], weights[i], Math.min(1, shares[i] / whole)));
        }
        return new Score(calibration.score(Math.min(1, raw)), scored);
    }
}
