package simmer.testkit.cognigy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.json.JsonObject;

/**
 * A request as the stand-in got it, whatever it then answered.
 *
 * @param method such as {@code POST}
 * @param rawPath the path as it was on the wire, still encoded
 * @param session the id of the session addressed, decoded; empty if none is
 * @param headers every value of each header; names in any case find them
 * @param body the JSON object sent; empty if it was none
 * @param text the same as it was on the wire, whatever it was
 * @param at when it arrived
 */
public record RecordedRequest(String method, String rawPath, Optional<String> session,
        Map<String, List<String>> headers, Optional<JsonObject> body, String text, Instant at) {

    public RecordedRequest {
        Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableMap(sorted);
    }

    /** A header's first value; empty if it was not sent. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    /** Neither headers, which hold the key, nor the body. */
    @Override
    public String toString() {
        return method + " " + rawPath;
    }
}
