package simmer.router.cognigy.access;

/** How a request shows who sends it; in YAML with dashes, {@code api-key}. */
public enum Authentication {
    /** The key as a bearer token, as in the tutorial. */
    BEARER,
    /** The key in the header X-API-Key. */
    API_KEY,
    /** A token that is got for a client's id and secret, as a bearer token. */
    OAUTH2,
    /** Nothing: only where the URL token is all that is asked for. */
    NONE
}
