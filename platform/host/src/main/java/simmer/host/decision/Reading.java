package simmer.host.decision;

import simmer.spi.Score;

/** A conversation's score, or why there is none. */
public sealed interface Reading {

    /** The conversation has a score. */
    record Scored(Score score) implements Reading {
    }

    /**
     * No score could be made. Hard rules still hold.
     *
     * @param code the reason for a flow, such as {@code unsupported_language}
     * @param sentence the reason for a supervisor; holds no customer's words
     */
    record Missing(String code, String sentence) implements Reading {
    }
}
