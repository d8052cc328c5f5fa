package simmer.spi;

/**
 * Where a session belongs now.
 *
 * @param level the level decided
 * @param score the score it was decided by
 * @param reason one sentence for a supervisor; holds no customer's words
 */
public record Decision(Level level, Score score, String reason) {
}
