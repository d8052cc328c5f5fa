package simmer.host.pipeline;

/** Where what was said before the first webhook of a session comes from, if its payload does not tell it. */
public enum History {
    /** Nowhere: payloads tell what counts. */
    PAYLOAD,
    /** It is read from Cognigy, once a session. */
    FETCH
}
