package simmer.host.session;

import java.util.Set;

import simmer.spi.Sentiment;
import simmer.spi.Sign;
import simmer.spi.Turn;
import simmer.spi.Utterance;

/**
 * A turn without its words.
 *
 * @param key the keyed hash of what was said
 * @param sentiment how it was read, to six places: as it is kept, so it is scored, or one replica's score would differ
 *        from another's
 * @param signs what else showed
 */
record RememberedTurn(String key, Sentiment sentiment, Set<Sign> signs) {

    private static final double PLACES = 1e6;

    RememberedTurn {
        signs = Set.copyOf(signs);
        sentiment = of(millionths(sentiment.negative()), millionths(sentiment.positive()), sentiment.tokens());
    }

    static int millionths(double probability) {
        return (int) Math.round(probability * PLACES);
    }

    /** @throws IllegalArgumentException if these are no probabilities */
    static Sentiment of(int negativeMillionths, int positiveMillionths, int tokens) {
        double negative = negativeMillionths / PLACES;
        double positive = positiveMillionths / PLACES;
        return new Sentiment(negative, Math.max(0, 1 - negative - positive), positive, tokens);
    }

    /** The same, said once more with other signs. */
    RememberedTurn with(Set<Sign> others) {
        return signs.equals(others) ? this : new RememberedTurn(key, sentiment, others);
    }

    Turn turn(Utterance utterance) {
        return new Turn(utterance, sentiment, signs);
    }
}
