package simmer.host.webhook.shapes;

/** What becomes of the turn that stands beside the history, in {@code userInput} or {@code text}. */
public enum CurrentTurn {
    /** It is the newest turn. */
    COUNTED,
    /** Only the history is scored, as the tutorial did. */
    IGNORED
}
