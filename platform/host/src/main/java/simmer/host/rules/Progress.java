package simmer.host.rules;

/** Whether a customer's newest turn brings a conversation on. */
public enum Progress {
    /** It says something new, or is a courtesy. */
    MOVES_ON,
    /** It says what the customer said before, in the same words or nearly so. */
    REPEATS,
    /** It says only that somebody waits: {@code ??}, <i>anyone there</i>. */
    WAITS
}
