package simmer.host.scoring;

import simmer.spi.Score;

/** What became of a conversation: a score, or the reason why there is none. Never an invented one. */
public sealed interface Scored {

    /**
     * The conversation has a score.
     *
     * @param turnsLeftOut how many of its oldest turns did not count, for they could not be read in time
     */
    record Success(Score score, int turnsLeftOut) implements Scored {
    }

    /**
     * No score could be made.
     *
     * @param why what kind of failure
     * @param sentence what happened, for a supervisor
     */
    record Failure(Why why, String sentence) implements Scored {
    }

    /** Why there is no score. */
    enum Why {
        /** The model does not read the conversation's language. */
        UNSUPPORTED_LANGUAGE,
        /** More waits for the model than it can read in time. */
        OVERLOAD,
        /** The model took longer than the answer may. */
        TIMEOUT,
        /** The model or the strategy failed. */
        FAILED
    }
}
