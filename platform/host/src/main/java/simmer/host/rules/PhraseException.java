package simmer.host.rules;

/** A phrase that breaks the notation's rules; whoever wrote it can mend it. */
public final class PhraseException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    PhraseException(String phrase, String sentence) {
        super("the phrase '" + phrase + "' " + sentence);
        this.sentence = sentence;
    }

    /** What is wrong and where in the phrase, without the phrase. */
    String sentence() {
        return sentence;
    }
}
