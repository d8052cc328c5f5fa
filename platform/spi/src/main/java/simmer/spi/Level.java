package simmer.spi;

/**
 * A level of escalation, and where at Cognigy a session on it belongs.
 *
 * @param name as users wrote it, such as {@code supervisor}
 * @param from the lowest score on this level, 0 to 1; it ends where the next level begins
 * @param flow the flow of sessions on this level
 * @param node the node in that flow to enter
 */
public record Level(String name, double from, String flow, String node) {

    /** @throws IllegalArgumentException if {@code from} is not 0 to 1 */
    public Level {
        if (!(from >= 0 && from <= 1)) {
            throw new IllegalArgumentException("a level begins at 0 to 1, not " + from);
        }
    }
}
