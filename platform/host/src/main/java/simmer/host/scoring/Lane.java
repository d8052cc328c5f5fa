package simmer.host.scoring;

/** Who goes first. */
enum Lane {
    /** What was just said: without it there is no score. */
    NEWEST,
    /** What was said before and never read: it betters the score, if there is time. */
    HISTORY
}
