package simmer.router.cognigy;

/** The dialects that users choose from; in YAML with dashes, {@code session-update}. */
enum DialectName {
    /** The tutorial's call, which moves the session. */
    SESSION_UPDATE,
    /** Writes into the session's context, on which the flow branches. */
    CONTEXT_INJECT,
    /** Puts the session into a state of the flow's. */
    STATE_INJECT,
    /** Says something to the flow through the session's endpoint. */
    ENDPOINT_INJECT,
    /** Says something to the user through the session's endpoint. */
    NOTIFY,
    /** Nothing is called: the flow branches on the answer of the webhook. */
    REPLY;

    /** Whether users know it from the tutorial, and not from Cognigy's documentation. */
    boolean isTutorials() {
        return this == SESSION_UPDATE;
    }

    boolean speaksThroughEndpoint() {
        return this == ENDPOINT_INJECT || this == NOTIFY;
    }
}
