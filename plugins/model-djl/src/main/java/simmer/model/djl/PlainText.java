package simmer.model.djl;

import java.nio.charset.StandardCharsets;

import simmer.spi.Utterance;

/**
 * An utterance's text as a tokenizer gets it: normalised, without half characters, and not longer than can count. Immutable.
 */
public final class PlainText {

    /**
     * More than any language's tokens have on average. The tokenizer would read all of a text before it cuts: a request
     * full of punctuation would cost it as much as a hundred real ones.
     */
    private static final int CHARACTERS_A_TOKEN = 32;

    private final Normalisation normalisation;
    private final int mostCharacters;

    PlainText(Normalisation normalisation, int maxTokens) {
        this.normalisation = normalisation;
        this.mostCharacters = maxTokens * CHARACTERS_A_TOKEN;
    }

    public String of(Utterance utterance) {
        String text = normalisation.apply(utterance.text());
        return wellFormed(text.length() <= mostCharacters ? text : text.substring(0, mostCharacters));
    }

    /** Half a surrogate pair is no character; whoever reads it would guess what it is. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
