package simmer.host.webhook.shapes;

import java.util.Locale;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * An object of a payload. It does not know where in the payload it stands: who descended to it adds that to what goes wrong,
 * so that pointers are written only when somebody reads them.
 *
 * @param object as it came
 */
record Fields(JsonObject object) {

    private static final Fields NONE = new Fields(JsonValue.EMPTY_JSON_OBJECT);

    /** @throws PayloadException if it is no object */
    static Fields of(@Nullable JsonValue value) {
        if (value instanceof JsonObject object) {
            return new Fields(object);
        }
        throw wrongType("", "an object", value);
    }

    boolean has(String key) {
        return object.containsKey(key);
    }

    /** The text, or an empty one if it is absent or null. */
    String text(String key) {
        JsonValue value = object.get(key);
        if (isAbsent(value)) {
            return "";
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw wrongType("/" + key, "a string", value);
    }

    /** The text, or an empty one if it is something else: a payload's own field of that name is none of Cognigy's. */
    String textIfAny(String key) {
        return object.get(key) instanceof JsonString string ? string.getString() : "";
    }

    /** The object, or one without fields if it is absent or null. */
    Fields object(String key) {
        JsonValue value = object.get(key);
        if (isAbsent(value)) {
            return NONE;
        }
        if (value instanceof JsonObject inner) {
            return new Fields(inner);
        }
        throw wrongType("/" + key, "an object", value);
    }

    /** The array, or none if it is absent or null. */
    @Nullable
    JsonArray array(String key) {
        JsonValue value = object.get(key);
        if (isAbsent(value)) {
            return null;
        }
        if (value instanceof JsonArray array) {
            return array;
        }
        throw wrongType("/" + key, "an array", value);
    }

    /** A moment, as text or as a number of milliseconds. */
    @Nullable
    JsonValue moment(String key) {
        JsonValue value = object.get(key);
        return value instanceof JsonString || value instanceof JsonNumber ? value : null;
    }

    static boolean isAbsent(@Nullable JsonValue value) {
        return value == null || value.getValueType() == JsonValue.ValueType.NULL;
    }

    static PayloadException wrongType(String pointer, String expected, @Nullable JsonValue value) {
        String type = value == null ? "absent" : value.getValueType().name().toLowerCase(Locale.ROOT);
        return PayloadException.at(pointer, "must be " + expected + ", is " + type);
    }
}
