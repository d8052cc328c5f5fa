package simmer.host.rules;

/**
 * A word as it is compared.
 *
 * @param text letters and digits in lower case without marks; {@code * @ $ !} where they stand for letters
 * @param before what stands between it and the word before
 * @param spelledOut whether it was written with space between its letters, maybe with its neighbours
 */
record Word(String text, Pause before, boolean spelledOut) {

    /** What stands between two words, weakest first. */
    enum Pause {
        /** Space, a dash, an emoji. */
        NONE,
        /** A comma, colon, bracket, quotation mark. */
        CLAUSE,
        /** The end of a sentence or line; also the beginning of the text. */
        SENTENCE;

        Pause or(Pause other) {
            return compareTo(other) < 0 ? other : this;
        }
    }
}
