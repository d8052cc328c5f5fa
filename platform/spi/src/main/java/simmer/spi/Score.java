package simmer.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * How heated a conversation is, and why.
 *
 * @param value 0 (calm) to 1 (furious)
 * @param turns every turn that was given, oldest first, with its weight and share; empty when nothing was said
 */
public record Score(double value, List<ScoredTurn> turns) {

    private static final double TOLERANCE = 1e-6;

    /** @throws IllegalArgumentException if the value is not 0 to 1, or there are turns whose shares don't sum to 1 */
    public Score {
        turns = List.copyOf(turns);
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a score is 0 to 1, not " + value);
        }
        double shares = turns.stream().mapToDouble(ScoredTurn::share).sum();
        if (!turns.isEmpty() && Math.abs(shares - 1) > TOLERANCE) {
            throw new IllegalArgumentException("the shares of the turns sum to " + shares + ", not to 1");
        }
    }

    /** The score of a conversation in which nothing was said: 0, and no turn explains it. */
    public static Score ofNothing() {
        return new Score(0, List.of());
    }

    /**
     * The weighted mean of the turns' frustration, which is what most strategies are: a turn's share is its part in the
     * sum of the weights.
     *
     * @param turns at least one, oldest first
     * @param frustration a turn by itself, 0 to 1
     * @param weight of a turn by its age, the newest being 0: 0 or more, and over 0 for at least one turn
     * @throws IllegalArgumentException if there is no turn, or no weight over 0
     */
    public static Score weightedMean(List<Turn> turns, ToDoubleFunction<Turn> frustration,
            IntToDoubleFunction weight) {
        int newest = turns.size() - 1;
        double[] weights = new double[turns.size()];
        double total = 0;
        for (int i = 0; i <= newest; i++) {
            weights[i] = weight.applyAsDouble(newest - i);
            total += weights[i];
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("a weighted mean needs a turn with a weight over 0");
        }
        List<ScoredTurn> scored = new ArrayList<>(turns.size());
        double value = 0;
        for (int i = 0; i <= newest; i++) {
            ScoredTurn turn = new ScoredTurn(turns.get(i), frustration.applyAsDouble(turns.get(i)), weights[i],
                    weights[i] / total);
            scored.add(turn);
            value += turn.share() * turn.frustration();
        }
        // Rounding may carry the mean of ones a hair over 1.
        return new Score(Math.min(1, value), scored);
    }
}
