package simmer.spi;

/** What shows, beside its words, that a turn is one of a customer who is not being helped. */
public enum Sign {
    /** The customer says again what was said before. */
    REPEAT,
    /** The turn answers nothing and asks nothing: a row of question marks, a sigh. */
    NON_ANSWER
}
