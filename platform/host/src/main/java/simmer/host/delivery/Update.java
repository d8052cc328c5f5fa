package simmer.host.delivery;

/** When a session is moved. */
public enum Update {
    /** When the level decided is not the one that holds. */
    ON_CHANGE,
    /** At every turn, as the tutorial did. */
    EVERY_TURN
}
