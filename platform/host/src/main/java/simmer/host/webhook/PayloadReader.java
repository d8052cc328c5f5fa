package simmer.host.webhook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

import simmer.host.session.Incoming;
import simmer.spi.Conversation;
import simmer.spi.Session;
import simmer.spi.Utterance;

/**
 * Reads the tutorial's payload: {@code {"session": {"id", "history": [{"userInput"}]}, "userInput", "platform",
 * "language"}}, and beside it {@code inputId} and {@code traceId}, by which Cognigy tells turns. Only the session's id must
 * be there; unknown fields are ignored.
 */
final class PayloadReader {

    private final CurrentTurn currentTurn;
    private final int maxTurns;

    /** @param maxTurns how many of the newest turns count */
    PayloadReader(CurrentTurn currentTurn, int maxTurns) {
        this.currentTurn = currentTurn;
        this.maxTurns = maxTurns;
    }

    /** @throws BadRequest 400 if something has the wrong type, or there is no session id */
    Incoming read(JsonObject payload) {
        JsonValue sessionValue = payload.get("session");
        JsonObject session = isAbsent(sessionValue) ? JsonValue.EMPTY_JSON_OBJECT : object(sessionValue, "/session");
        String id = string(session.get("id"), "/session/id");
        List<Utterance> utterances = history(session.get("history"));
        Optional<Utterance> current = utterance(string(payload.get("userInput"), "/userInput"));
        int place = utterances.size();
        if (currentTurn == CurrentTurn.COUNTED && current.isPresent() && !endsWith(utterances, current.get())) {
            utterances.add(current.get());
        }
        Conversation conversation = new Conversation(
                session(id, string(payload.get("platform"), "/platform"), string(payload.get("language"), "/language")),
                utterances.subList(Math.max(0, utterances.size() - maxTurns), utterances.size()));
        return new Incoming(conversation, id(payload.get("inputId")), id(payload.get("traceId")), place);
    }

    private static Session session(String id, String platform, String language) {
        if (id.isBlank()) {
            throw BadRequest.body("/session/id", "Missing session ID in payload");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(id)) {
            throw BadRequest.at("/session/id", "holds half of a surrogate pair, which no URL can carry");
        }
        try {
            return new Session(id, platform, language);
        } catch (IllegalArgumentException e) {
            throw BadRequest.at("/session/id", String.format(Locale.ROOT, "can't be used: %s", e.getMessage()));
        }
    }

    private static List<Utterance> history(@Nullable JsonValue value) {
        List<Utterance> utterances = new ArrayList<>();
        if (isAbsent(value)) {
            return utterances;
        }
        if (!(value instanceof JsonArray history)) {
            throw wrongType("/session/history", "an array", value);
        }
        for (int i = 0; i < history.size(); i++) {
            String pointer = "/session/history/" + i;
            if (!isAbsent(history.get(i))) {
                JsonObject item = object(history.get(i), pointer);
                utterance(string(item.get("userInput"), pointer + "/userInput")).ifPresent(utterances::add);
            }
        }
        return utterances;
    }

    /** The flow may have put the current turn into the history already: it is one turn, not two. */
    private static boolean endsWith(List<Utterance> utterances, Utterance current) {
        return !utterances.isEmpty() && utterances.getLast().equals(current);
    }

    private static Optional<Utterance> utterance(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new Utterance(text));
    }

    /** An id that tells a turn; a payload's own field of that name but another type is none of Cognigy's. */
    private static String id(@Nullable JsonValue value) {
        return value instanceof JsonString string ? string.getString() : "";
    }

    /** The text, or an empty one if it is absent or null. */
    private static String string(@Nullable JsonValue value, String pointer) {
        if (isAbsent(value)) {
            return "";
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw wrongType(pointer, "a string", value);
    }

    static JsonObject object(@Nullable JsonValue value, String pointer) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw wrongType(pointer, "an object", value);
    }

    private static BadRequest wrongType(String pointer, String expected, @Nullable JsonValue value) {
        String type = value == null ? "absent" : value.getValueType().name().toLowerCase(Locale.ROOT);
        return BadRequest.at(pointer, "must be " + expected + ", is " + type);
    }

    private static boolean isAbsent(@Nullable JsonValue value) {
        return value == null || value.getValueType() == JsonValue.ValueType.NULL;
    }
}
