package simmer.router.cognigy;

import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;

/**
 * An error as Cognigy words it (RFC 7807, with members of its own).
 *
 * @param reason the detail, or else the title; never blank
 * @param reference what Cognigy's support asks for, such as {@code code 1002, traceId 7f3a}; empty if it told neither
 */
record CognigyProblem(String reason, String reference) {

    private static final JsonParserFactory JSON = JsonProvider.provider().createParserFactory(Map.of());

    /** @return empty if the text is none: it may be a page of a proxy's */
    static Optional<CognigyProblem> parse(String text) {
        return json(text).filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                .flatMap(problem -> Stream.of("detail", "title").flatMap(key -> string(problem, key).stream()).findFirst()
                        .map(reason -> new CognigyProblem(reason, reference(problem))));
    }

    private static String reference(JsonObject problem) {
        Optional<String> code = problem.get("code") instanceof JsonNumber number
                ? Optional.of(number.toString())
                : string(problem, "code");
        String trace = string(problem, "traceId").map(id -> "traceId " + id).orElse("");
        return code.map(it -> "code " + it + (trace.isEmpty() ? "" : ", " + trace)).orElse(trace);
    }

    private static Optional<String> string(JsonObject object, String key) {
        return object.get(key) instanceof JsonString string && !string.getString().isBlank()
                ? Optional.of(string.getString())
                : Optional.empty();
    }

    /** @return empty if the text is not one JSON value and nothing else */
    static Optional<JsonValue> json(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            return parser.hasNext() ? Optional.empty() : Optional.of(value);
        } catch (RuntimeException e) { // Parsson throws a bare one where the nesting is too deep
            return Optional.empty();
        }
    }
}
