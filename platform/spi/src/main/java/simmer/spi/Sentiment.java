package simmer.spi;

/**
 * How an utterance is meant. Probabilities after softmax and calibration, never logits: each 0 to 1, together 1 within
 * 1e-3.
 *
 * @param negative probability that it is negative
 * @param neutral probability that it is neither
 * @param positive probability that it is positive
 * @param tokens tokens that the model saw, special ones included; 1 or more
 */
public record Sentiment(double negative, double neutral, double positive, int tokens) {

    private static final double TOLERANCE = 1e-3;

    /** @throws IllegalArgumentException if these are not probabilities, {@code NaN} included, or no token was seen */
    public Sentiment {
        if (!isProbability(negative) || !isProbability(neutral) || !isProbability(positive)
                || Math.abs(negative + neutral + positive - 1) > TOLERANCE) {
            throw new IllegalArgumentException("not probabilities: negative " + negative + ", neutral " + neutral
                    + ", positive " + positive);
        }
        if (tokens < 1) {
            throw new IllegalArgumentException("tokens is " + tokens + ", must be 1 or more");
        }
    }

    private static boolean isProbability(double value) {
        return value >= 0 && value <= 1;
    }
}
