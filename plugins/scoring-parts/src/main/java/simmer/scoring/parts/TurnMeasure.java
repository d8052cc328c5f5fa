package simmer.scoring.parts;

import java.util.List;

import simmer.spi.OptionChecks;
import simmer.spi.Sentiment;
import simmer.spi.Turn;

/**
 * How a turn by itself becomes a frustration of 0 to 1: <code>mood<sup>√max(1, full length ÷ tokens)</sup></code>, where
 * <code>mood = negative + neutral weight × neutral</code>.
 * <p>
 * What is neither good nor bad counts a little, so that only what is positive brings the frustration to nothing; with a
 * weight of 0.5 the mood is the valence, <code>(1 + negative − positive) ÷ 2</code>. The power asks of a short turn that the
 * model be surer of it: "no, not right now" reads as rather negative and says little, "this is terrible" still counts.
 * Length is counted in the model's tokens, which exist in every language and stay known where the text does not.
 *
 * @param neutral what a neutral turn counts, in parts of a negative one, 0 to 1
 * @param fullLength tokens from which a turn counts as it reads, 1 to 512
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
        return Math.pow(mood, Math.sqrt(Math.max(1, (double) fullLength / sentiment.tokens())));
    }
}
