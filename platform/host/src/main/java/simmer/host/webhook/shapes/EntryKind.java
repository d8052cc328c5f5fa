package simmer.host.webhook.shapes;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** The kinds of entries that conversations are made of, told by the fields they have. */
enum EntryKind {

    /** {@code {"userInput"}}. */
    TUTORIAL("userInput") {
        @Override
        String said(Fields entry) {
            return entry.text("userInput");
        }
    },

    /**
     * Get Transcript: {@code {"role", "type", "payload": {"text"}, "timestamp"}}; only {@code user} and {@code input} count.
     */
    TRANSCRIPT("role") {
        @Override
        String said(Fields entry) {
            boolean isUsers = entry.text("role").equalsIgnoreCase(USER);
            String type = entry.text("type");
            if (!isUsers || !(type.isEmpty() || type.equalsIgnoreCase("input"))) {
                return "";
            }
            Fields payload = entry.object("payload");
            try {
                return payload.text("text");
            } catch (PayloadException e) {
                throw e.below("/payload");
            }
        }
    },

    /** Cognigy's conversations call: {@code {"source", "type", "inputText", "timestamp"}}; only {@code user} counts. */
    CONVERSATION("inputText") {
        @Override
        String said(Fields entry) {
            return entry.text("source").equalsIgnoreCase(USER) ? entry.text("inputText") : "";
        }
    },

    /** {@code lastConversationEntries}: {@code {"source", "text"}}; only {@code user} counts. */
    LAST_ENTRY("source") {
        @Override
        String said(Fields entry) {
            return entry.text("source").equalsIgnoreCase(USER) ? entry.text("text") : "";
        }
    };

    private static final String USER = "user";

    private final String mark;

    /** @param mark the field that tells it */
    EntryKind(String mark) {
        this.mark = mark;
    }

    boolean fits(Fields entry) {
        return entry.has(mark);
    }

    /** What the customer said, empty if this is nobody's or somebody else's. */
    abstract String said(Fields entry);

    /** When, if the entry says it in a way that can be read. */
    OptionalLong at(Fields entry) {
        JsonValue moment = entry.moment("timestamp");
        if (moment instanceof JsonNumber millis) {
            return OptionalLong.of(millis.longValue());
        }
        if (moment instanceof JsonString text) {
            try {
                return OptionalLong.of(Instant.parse(text.getString()).toEpochMilli());
            } catch (DateTimeException | ArithmeticException e) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }
}
