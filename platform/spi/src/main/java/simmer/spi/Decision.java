package simmer.spi;

/**
 * Where a session belongs now.
 *
 * @param level the level decided
 * @param score the score it was decided by; that of nothing if there is none
 * @param scored whether there is a score: if not, a hard rule decided, and no number may be told to anybody
 * @param reason one sentence for a supervisor; holds no customer's words
 * @param reasonCode the same for a flow to branch on: stable, lower case, such as {@code score_reached} or the name of a
 *        hard rule
 */
public record Decision(Level level, Score score, boolean scored, String reason, String reasonCode) {

    /** The code of a decision of which nobody said more. */
    public static final String SCORE_REACHED = "score_reached";

    /** A decision by a score. */
    public Decision(Level level, Score score, String reason, String reasonCode) {
        this(level, score, true, reason, reasonCode);
    }

    /** A decision by a score that reached its level. */
    public Decision(Level level, Score score, String reason) {
        this(level, score, reason, SCORE_REACHED);
    }
}
