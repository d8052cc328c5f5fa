package simmer.spi;

/**
 * Something that a customer said.
 *
 * @param text without white space at its ends, never empty; as long as the webhook's body allowed
 */
public record Utterance(String text) {

    /** @throws IllegalArgumentException if nothing but white space is left */
    public Utterance {
        text = text.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an utterance has text");
        }
    }

    /** Tells the length only: what customers say belongs in no log. */
    @Override
    public String toString() {
        return "Utterance[" + text.length() + " characters]";
    }
}
