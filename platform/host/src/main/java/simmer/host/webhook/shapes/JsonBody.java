package simmer.host.webhook.shapes;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;

/**
 * Reads JSON that a stranger wrote, and knows at each moment where in it it is: what is wrong is told with its JSON
 * pointer, which the library's own tree reader can't. A number is read only if it is whole and has up to 18 digits, a time
 * in milliseconds say; others are read as 0, for no field of a payload is one, and a number of a million digits costs
 * seconds.
 */
final class JsonBody {

    /** The static methods of {@code Json} look it up anew at every call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final int MAX_DIGITS = 18;

    private final JsonParser parser;
    private final int maxDepth;
    private final Deque<String> path = new ArrayDeque<>();

    private JsonBody(JsonParser parser, int maxDepth) {
        this.parser = parser;
        this.maxDepth = maxDepth;
    }

    /**
     * @throws PayloadException if the text is no JSON, nested too deeply, has a key twice, or is neither object nor array
     */
    static JsonValue parse(String text, int maxDepth) {
        if (text.isBlank()) {
            throw PayloadException.at("", "is empty: send the webhook's payload as JSON");
        }
        // Closed, so that its buffer is used again.
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            return parse(new JsonBody(parser, maxDepth), text.length());
        }
    }

    private static JsonValue parse(JsonBody body, int length) {
        try {
            JsonValue value = body.value(body.parser.next());
            // Throws if there is more.
            body.parser.hasNext();
            if (value.getValueType() != ValueType.OBJECT && value.getValueType() != ValueType.ARRAY) {
                throw Fields.wrongType("", "an object or an array", value);
            }
            return value;
        } catch (PayloadException e) {
            throw e;
        } catch (JsonParsingException e) {
            throw PayloadException.at(body.pointer(), e.getLocation().getStreamOffset() >= length
                    ? "ends in the middle of its JSON"
                    : "is malformed JSON, at line " + e.getLocation().getLineNumber() + ", column "
                            + e.getLocation().getColumnNumber());
        } catch (RuntimeException e) {
            // What the parser throws beside that depends on how it stumbled; it has read nothing but this text.
            throw PayloadException.at(body.pointer(), "is malformed JSON");
        }
    }

    private JsonValue value(JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_NUMBER -> JSON.createValue(wholeNumber(parser.getString()));
            case VALUE_STRING -> JSON.createValue(parser.getString());
            default -> parser.getValue();
        };
    }

    private static long wholeNumber(String text) {
        if (text.length() > MAX_DIGITS) {
            return 0;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private JsonValue object() {
        requireDepth();
        JsonObjectBuilder object = JSON.createObjectBuilder();
        Set<String> keys = new HashSet<>();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_OBJECT; event = parser.next()) {
            String key = parser.getString();
            path.addLast(key);
            if (!keys.add(key)) {
                throw PayloadException.at(pointer(), "stands there twice");
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
            throw PayloadException.at(pointer(), "is nested deeper than " + maxDepth + " levels");
        }
    }

    private String pointer() {
        return path.stream().map(token -> "/" + token.replace("~", "~0").replace("/", "~1")).collect(Collectors.joining());
    }
}
