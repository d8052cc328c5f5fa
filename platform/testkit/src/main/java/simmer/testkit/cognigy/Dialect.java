package simmer.testkit.cognigy;

import java.util.Optional;

import jakarta.json.JsonObject;

/**
 * One call of Cognigy's API: which paths it knows, whom it lets in, and what it makes of a body. For use by several threads.
 */
interface Dialect {

    /**
     * Whether this call is meant.
     *
     * @param method such as {@code POST}
     * @param rawPath as it was on the wire, still encoded
     */
    boolean takes(String method, String rawPath);

    /**
     * The session that a request addresses.
     *
     * @param rawPath one that this call takes
     * @return the decoded id; empty if it addresses none
     */
    Optional<String> session(String rawPath, Optional<JsonObject> body);

    /**
     * Does what a request asks, if its caller may.
     *
     * @param request one that this call takes
     * @throws BadBodyException if the body is not what this call wants
     */
    Reply answer(RecordedRequest request);
}
