package simmer.testkit.cognigy;

import java.util.Optional;

import jakarta.json.JsonObject;

/** One form of Cognigy's API: which paths it knows, whom it lets in, and what it makes of a body. Stateless. */
interface Dialect {

    /**
     * The session that a path addresses.
     *
     * @param method such as {@code POST}
     * @param rawPath as it was on the wire, still encoded
     * @return the decoded id; empty if this dialect has no such path
     */
    Optional<String> session(String method, String rawPath);

    /** The header that carries the key. */
    String keyHeader();

    /** What that header must hold. */
    String keyHeaderValue(String apiKey);

    /**
     * Does what a request asks.
     *
     * @param session the decoded id
     * @return the answer's body
     * @throws BadBodyException if the body is not what this dialect wants
     */
    JsonObject accept(String session, JsonObject body);
}
