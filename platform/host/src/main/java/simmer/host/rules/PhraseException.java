package simmer.host.rules;

/** A phrase that breaks the notation's rules; whoever wrote it can mend it. */
public final class PhraseException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param sentence what is wrong and where in the phrase, as the end of a sentence */
    PhraseException(String phrase, String sentence) {
        super("the phrase '" + phrase + "' " + sentence);
    }
}
