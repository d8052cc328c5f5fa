package simmer.spi;

/**
 * Something that a customer said. Of an earlier turn Simmer may remember how it was read but not its words: such an
 * utterance equals every other one of its kind, so {@link Turn#signs()} and not its equality tells a repeat.
 *
 * @param text without white space at its ends; as long as the webhook's body allowed; empty only if it is not known
 * @param known whether the words are known; a model is given no others
 */
public record Utterance(String text, boolean known) {

    private static final Utterance REMEMBERED = new Utterance("", false);

    /** @throws IllegalArgumentException if nothing but white space is left, or there are words that are not known */
    public Utterance {
        text = text.strip();
        if (text.isEmpty() == known) {
            throw new IllegalArgumentException(known ? "an utterance has text" : "words that are not known are no text");
        }
    }

    /** @throws IllegalArgumentException if nothing but white space is left */
    public Utterance(String text) {
        this(text, true);
    }

    /** An utterance whose words are not known any more. */
    public static Utterance remembered() {
        return REMEMBERED;
    }

    /** Tells the length only: what customers say belongs in no log. */
    @Override
    public String toString() {
        return "Utterance[" + (known ? text.length() + " characters" : "not known any more") + "]";
    }
}
