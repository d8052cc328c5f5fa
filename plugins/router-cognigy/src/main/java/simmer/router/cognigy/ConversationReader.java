package simmer.router.cognigy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

import simmer.router.cognigy.access.Caller;
import simmer.router.cognigy.wire.Bounded;
import simmer.router.cognigy.wire.NoAnswerException;
import simmer.router.cognigy.wire.PathSegment;
import simmer.router.cognigy.wire.Request;
import simmer.spi.RoutingResult;
import simmer.spi.Session;
import simmer.spi.Transcript;
import simmer.spi.Transcript.Unavailable;
import simmer.spi.Utterance;

/** Reads Cognigy's conversations, of which only what the customer said is taken. For use by several threads. */
record ConversationReader(Caller caller, int maxBytes) {

    static final String PATH = "/new/v2.0/conversations/";

    /** An entry of the customer's, and when it came if Cognigy said so. */
    private record Entry(Optional<Instant> at, String text) {
    }

    Transcript read(Session session, Duration within) {
        Optional<String> id = PathSegment.escape(session.id());
        if (id.isEmpty()) {
            return new Unavailable("The session's id is not valid Unicode: no path can address it.");
        }
        Request request = new Request("GET", PATH + id.get(), List.of(), "", maxBytes);
        Verdict verdict = new Verdict(caller, ConversationReader::help, maxBytes);
        try {
            return switch (Bounded.call(caller.peer(), within, deadline -> verdict.of(caller.send(request, deadline)))) {
                case RoutingResult.Failed failed -> new Unavailable(failed.message());
                case RoutingResult.Delivered delivered -> said(delivered.answer());
                case RoutingResult.NothingToSend _ -> throw new IllegalStateException("an answer is never nothing");
            };
        } catch (NoAnswerException e) {
            return new Unavailable(e.failed().message());
        }
    }

    private static String help(int status) {
        return switch (status) {
            case 403 -> "Cognigy does not let the holder of the key read conversations. Give its user a role in the project"
                    + " that may.";
            case 404 -> "Is the session one of this tenant's, and does its endpoint keep conversations?";
            default -> "";
        };
    }

    private Transcript said(String answer) {
        Optional<JsonArray> items = CognigyProblem.json(answer).filter(JsonObject.class::isInstance)
                .map(json -> json.asJsonObject().get("items")).filter(JsonArray.class::isInstance)
                .map(JsonValue::asJsonArray);
        if (items.isEmpty()) {
            return new Unavailable(caller.peer().at() + " answered no conversation: the JSON holds no list \"items\".");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonValue item : items.get()) {
            if (item instanceof JsonObject object && isCustomers(object)
                    && object.get("inputText") instanceof JsonString text && !text.getString().isBlank()) {
                entries.add(new Entry(instant(object.get("timestamp")), text.getString()));
            }
        }
        // Where one doesn't say when it came, Cognigy's own order is the best there is.
        if (entries.stream().allMatch(entry -> entry.at().isPresent())) {
            entries.sort(Comparator.comparing(entry -> entry.at().orElseThrow()));
        }
        return new Transcript.Said(entries.stream().map(entry -> new Utterance(entry.text())).toList());
    }

    private static boolean isCustomers(JsonObject item) {
        return is(item.get("source"), "user") && is(item.get("type"), "input");
    }

    private static boolean is(@Nullable JsonValue value, String word) {
        return value instanceof JsonString text && text.getString().equals(word);
    }

    /** ISO 8601, or milliseconds since 1970. */
    private static Optional<Instant> instant(@Nullable JsonValue value) {
        try {
            return switch (value) {
                case JsonString text -> Optional.of(Instant.parse(text.getString()));
                case JsonNumber millis -> Optional.of(Instant.ofEpochMilli(millis.longValueExact()));
                case null, default -> Optional.empty();
            };
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
