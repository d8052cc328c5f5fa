package simmer.router.cognigy;

import io.helidon.http.Header;
import jakarta.json.JsonObject;

/**
 * One call, which may go out more than once: the same again changes nothing.
 *
 * @param path below the base address, escaped, with a slash at its beginning
 * @param credentials the header that holds the key
 * @param body what is posted
 */
record CognigyCall(String path, Header credentials, JsonObject body) {
}
