package simmer.router.cognigy;

/** The dialects that users choose from; in YAML with dashes, {@code session-update}. */
enum DialectName {
    /** Cognigy's API is called, as in the tutorial. */
    SESSION_UPDATE,
    /** Nothing is called: the flow branches on the answer of the webhook. */
    REPLY
}
