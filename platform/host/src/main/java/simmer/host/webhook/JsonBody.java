package simmer.host.webhook;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;

/**
 * Reads JSON that a stranger wrote, and knows at each moment where in it it is: what is wrong is told with its JSON
 * pointer, which the library's own tree reader can't.
 */
final class JsonBody {

    private final JsonParser parser;
    private final int maxDepth;
    private final Deque<String> path = new ArrayDeque<>();

    private JsonBody(JsonParser parser, int maxDepth) {
        this.parser = parser;
        this.maxDepth = maxDepth;
    }

    /** @throws BadRequest if the text is no JSON, nested too deeply, or no object */
    static JsonObject parse(String text, int maxDepth) {
        if (text.isBlank()) {
            throw BadRequest.at("", "is empty: send the webhook's payload as a JSON object");
        }
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            JsonBody body = new JsonBody(parser, maxDepth);
            try {
                JsonValue value = body.value(parser.next());
                if (parser.hasNext()) {
                    throw BadRequest.at("", "goes on after its JSON ends");
                }
                return PayloadReader.object(value, "");
            } catch (JsonParsingException e) {
                throw body.malformed(e.getLocation());
            } catch (JsonException | IllegalStateException | java.util.NoSuchElementException e) {
                throw body.malformed(parser.getLocation());
            }
        }
    }

    private JsonValue value(JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            default -> parser.getValue();
        };
    }

    private JsonValue object() {
        requireDepth();
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_OBJECT; event = parser.next()) {
            String key = parser.getString();
            path.addLast(key);
            object.add(key, value(parser.next()));
            path.removeLast();
        }
        return object.build();
    }

    private JsonValue array() {
        requireDepth();
        JsonArrayBuilder array = Json.createArrayBuilder();
        int index = 0;
        path.addLast("0");
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            array.add(value(event));
            path.removeLast();
            index++;
            path.addLast(Integer.toString(index));
        }
        path.removeLast();
        return array.build();
    }

    private void requireDepth() {
        if (path.size() >= maxDepth) {
            throw BadRequest.at(pointer(), "is nested deeper than " + maxDepth + " levels");
        }
    }

    private BadRequest malformed(JsonLocation location) {
        return BadRequest.at(pointer(), "is malformed JSON, at line " + location.getLineNumber() + ", column "
                + location.getColumnNumber());
    }

    private String pointer() {
        return path.stream().map(token -> "/" + Json.encodePointer(token)).collect(Collectors.joining());
    }
}
