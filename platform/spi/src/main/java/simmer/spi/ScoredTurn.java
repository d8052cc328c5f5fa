package simmer.spi;

/**
 * What a turn did to the score: the explanation that a supervisor sees.
 *
 * @param turn the turn
 * @param frustration the turn by itself, 0 (calm) to 1 (furious)
 * @param weight the strategy's weight for it, 0 or more; 0 when it did not count
 * @param share its part in the score, 0 to 1; the shares of all turns sum to 1
 */
public record ScoredTurn(Turn turn, double frustration, double weight, double share) {

    /** @throws IllegalArgumentException if a number is out of its range, {@code NaN} included */
    public ScoredTurn {
        if (!(frustration >= 0 && frustration <= 1)) {
            throw new IllegalArgumentException("frustration is " + frustration + ", must be 0 to 1");
        }
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight is " + weight + ", must be 0 or more and finite");
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share is " + share + ", must be 0 to 1");
        }
    }
}
