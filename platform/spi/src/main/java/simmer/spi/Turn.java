package simmer.spi;

/**
 * One turn of the customer's: what was said, and how the model read it.
 *
 * @param utterance what was said
 * @param sentiment how it was read
 */
public record Turn(Utterance utterance, Sentiment sentiment) {
}
