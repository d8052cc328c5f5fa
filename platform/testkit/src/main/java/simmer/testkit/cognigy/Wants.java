package simmer.testkit.cognigy;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;

/** What a body must hold. */
final class Wants {

    private Wants() {
    }

    /** @throws BadBodyException if there was no JSON object */
    static JsonObject body(RecordedRequest request) {
        return request.body().orElseThrow(() -> new BadBodyException("", "must be a JSON object"));
    }

    /**
     * A text that is not empty.
     *
     * @param parent the pointer of the object
     */
    static String text(JsonObject object, String parent, String key) {
        if (object.get(key) instanceof JsonString text && !text.getString().isBlank()) {
            return text.getString();
        }
        throw new BadBodyException(parent + "/" + key, "must be a text that is not empty");
    }

    static JsonObject object(JsonObject object, String key) {
        if (object.get(key) instanceof JsonObject found) {
            return found;
        }
        throw new BadBodyException("/" + key, "must be an object");
    }
}
