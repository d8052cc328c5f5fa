package simmer.router.cognigy;

import io.helidon.http.Header;
import jakarta.json.JsonObject;

/**
 * One call.
 *
 * @param path below the base address, escaped, with a slash at its beginning
 * @param credentials the header that holds the key
 * @param idempotencyKey the same at every attempt to deliver the same decision
 * @param body what is posted
 */
record CognigyCall(String path, Header credentials, String idempotencyKey, JsonObject body) {
}
