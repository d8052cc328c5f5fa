package simmer.model.djl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;

import simmer.spi.OptionException;

/** An object out of a model's JSON file, whose complaints name the file and the key. A {@code null} counts as absent. */
final class JsonSource {

    private static final long MAX_BYTES = 1 << 20;

    private final Path file;
    private final String prefix;
    private final JsonObject object;

    private JsonSource(Path file, String prefix, JsonObject object) {
        this.file = file;
        this.prefix = prefix;
        this.object = object;
    }

    /** @throws OptionException if the file holds no JSON object of at most 1 MiB */
    static JsonSource read(Path file) {
        try (InputStream in = Files.newInputStream(file); JsonReader reader = Json.createReader(in)) {
            if (Files.size(file) > MAX_BYTES) {
                throw ModelFolder.broken(file, "is over 1 MiB, too large to be a model's configuration");
            }
            return new JsonSource(file, "", reader.readObject());
        } catch (JsonException | IllegalStateException e) {
            throw ModelFolder.broken(file, "holds no JSON object: " + e.getMessage());
        } catch (IOException e) {
            throw ModelFolder.broken(file, "can't be read: " + e.getMessage());
        }
    }

    Path file() {
        return file;
    }

    /** What is wrong with a key, worded to follow it: "is 'x', must be …". */
    OptionException wrong(String key, String sentence) {
        return ModelFolder.broken(file, "can't be used: " + prefix + key + " " + sentence);
    }

    boolean has(String key) {
        return object.containsKey(key) && !object.isNull(key);
    }

    Set<String> keys() {
        return object.keySet();
    }

    /** The object below a key, empty if there is none. */
    JsonSource object(String key) {
        if (!has(key)) {
            return new JsonSource(file, prefix + key + ".", JsonValue.EMPTY_JSON_OBJECT);
        }
        if (object.get(key) instanceof JsonObject below) {
            return new JsonSource(file, prefix + key + ".", below);
        }
        throw wrong(key, "must be an object");
    }

    int whole(String key, int ifAbsent) {
        if (!has(key)) {
            return ifAbsent;
        }
        if (object.get(key) instanceof JsonNumber number && number.isIntegral() && number.longValue() >= 0
                && number.longValue() <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw wrong(key, "must be a whole number");
    }

    boolean flag(String key, boolean ifAbsent) {
        if (!has(key)) {
            return ifAbsent;
        }
        JsonValue value = object.get(key);
        if (JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)) {
            return JsonValue.TRUE.equals(value);
        }
        throw wrong(key, "must be true or false");
    }

    String text(String key, String ifAbsent) {
        if (!has(key)) {
            return ifAbsent;
        }
        if (object.get(key) instanceof JsonString text) {
            return text.getString();
        }
        throw wrong(key, "must be a text");
    }

    /** A list of texts, empty if there is none. */
    List<String> texts(String key) {
        JsonArray array = array(key);
        if (array.stream().anyMatch(value -> value.getValueType() != ValueType.STRING)) {
            throw wrong(key, "must be a list of texts");
        }
        return array.getValuesAs(JsonString::getString);
    }

    /** A list of numbers, empty if there is none. */
    List<Double> numbers(String key) {
        JsonArray array = array(key);
        if (array.stream().anyMatch(value -> value.getValueType() != ValueType.NUMBER)) {
            throw wrong(key, "must be a list of numbers");
        }
        return array.getValuesAs(JsonNumber::doubleValue);
    }

    private JsonArray array(String key) {
        if (!has(key)) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        if (object.get(key) instanceof JsonArray array) {
            return array;
        }
        throw wrong(key, "must be a list");
    }

    /** Refuses keys that nobody reads, for they are misspelt. */
    void allowOnly(Set<String> known) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                throw wrong(key, "is unknown; known are " + known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }
}
