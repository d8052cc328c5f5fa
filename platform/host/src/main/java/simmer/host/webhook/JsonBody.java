package simmer.host.webhook;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;

/**
 * Reads JSON that a stranger wrote, and knows at each moment where in it it is: what is wrong is told with its JSON
 * pointer, which the library's own tree reader can't. Numbers are read as 0, for no field of a payload is one, and a number
 * of a million digits costs seconds.
 */
final class JsonBody {

    /** For the whole room: the static methods of {@code Json} look it up anew at every call. */
    static final JsonProvider JSON = JsonProvider.provider();

    private final JsonParser parser;
    private final int maxDepth;
    private final Deque<String> path = new ArrayDeque<>();

    private JsonBody(JsonParser parser, int maxDepth) {
        this.parser = parser;
        this.maxDepth = maxDepth;
    }

    /** @throws BadRequest if the text is no JSON, nested too deeply, has a key twice, or is no object */
    static JsonObject parse(String text, int maxDepth) {
        if (text.isBlank()) {
            throw BadRequest.at("", "is empty: send the webhook's payload as a JSON object");
        }
        JsonBody body = new JsonBody(JSON.createParser(new StringReader(text)), maxDepth);
        try {
            JsonValue value = body.value(body.parser.next());
            // Throws if there is more.
            body.parser.hasNext();
            return PayloadReader.object(value, "");
        } catch (BadRequest e) {
            throw e;
        } catch (JsonParsingException e) {
            throw BadRequest.at(body.pointer(), e.getLocation().getStreamOffset() >= text.length()
                    ? "ends in the middle of its JSON"
                    : "is malformed JSON, at line " + e.getLocation().getLineNumber() + ", column "
                            + e.getLocation().getColumnNumber());
        } catch (RuntimeException e) {
            // What the parser throws beside that depends on how it stumbled; it has read nothing but this text.
            throw BadRequest.at(body.pointer(), "is malformed JSON");
        }
    }

    private JsonValue value(JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_NUMBER -> JSON.createValue(0);
            default -> parser.getValue();
        };
    }

    private JsonValue object() {
        requireDepth();
        JsonObjectBuilder object = JSON.createObjectBuilder();
        Set<String> keys = new HashSet<>();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_OBJECT; event = parser.next()) {
            String key = parser.getString();
            path.addLast(key);
            if (!keys.add(key)) {
                throw BadRequest.at(pointer(), "stands there twice");
            }
            object.add(key, value(parser.next()));
            path.removeLast();
        }
        return object.build();
    }

    private JsonValue array() {
        requireDepth();
        JsonArrayBuilder array = JSON.createArrayBuilder();
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

    private String pointer() {
        return path.stream().map(token -> "/" + token.replace("~", "~0").replace("/", "~1")).collect(Collectors.joining());
    }
}
