package simmer.host.webhook;

/** What becomes of the turn that stands in {@code userInput}, beside the history. */
public enum CurrentTurn {
    /** It is the newest turn. */
    COUNTED,
    /** Only the history is scored, as the tutorial did. */
    IGNORED
}
