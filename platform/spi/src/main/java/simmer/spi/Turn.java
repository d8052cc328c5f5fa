package simmer.spi;

import java.util.Set;

/**
 * One turn of the customer's: what was said, and how the model read it.
 *
 * @param utterance what was said; without its words when the turn is only remembered, see {@link Utterance#known()}
 * @param sentiment how it was read
 * @param signs what else shows in it; kept when the words are not
 */
public record Turn(Utterance utterance, Sentiment sentiment, Set<Sign> signs) {

    public Turn {
        signs = Set.copyOf(signs);
    }

    /** A turn in which nothing else shows. */
    public Turn(Utterance utterance, Sentiment sentiment) {
        this(utterance, sentiment, Set.of());
    }
}
