package simmer.scoring.parts;

import java.util.List;

import simmer.spi.OptionChecks;
import simmer.spi.Sentiment;
import simmer.spi.Turn;

/**
 * How a turn by itself becomes a frustration of 0 to 1:
 * <code>(negative + neutral weight × neutral) × √min(1, tokens ÷ full length)</code>.
 * <p>
 * What is neither good nor bad counts a little, so that only what is positive brings the frustration to nothing. A short
 * turn counts less: "no, not right now" reads as negative and says little, while whoever writes at length has a reason.
 * Length is counted in the model's tokens, which exist in every language and stay known where the text does not.
 *
 * @param neutral what a neutral turn counts, in parts of a negative one, 0 to 1
 * @param fullLength tokens from which a turn counts fully, 1 to 512
 */
public record TurnMeasure(double neutral, int fullLength) {

    private static final int MAX_TOKENS = 512;

    /** Adds what is wrong with these numbers, under the keys {@code neutral} and {@code full-length}. */
    public void check(OptionChecks checks) {
        checks.require(neutral >= 0 && neutral <= 1, "neutral", "is " + neutral + ", must be 0 to 1")
                .require(fullLength >= 1 && fullLength <= MAX_TOKENS, "full-length",
                        "is " + fullLength + ", must be 1 to " + MAX_TOKENS + " tokens");
    }

    /** One frustration for each turn, in their order. */
    public double[] of(List<Turn> turns) {
        return turns.stream().mapToDouble(turn -> of(turn.sentiment())).toArray();
    }

    private double of(Sentiment sentiment) {
        // Probabilities may sum to a hair over 1.
        double mood = Math.min(1, sentiment.negative() + neutral * sentiment.neutral());
        return mood * Math.sqrt(Math.min(1, (double) sentiment.tokens() / fullLength));
    }
}
