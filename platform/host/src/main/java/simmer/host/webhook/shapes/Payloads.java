package simmer.host.webhook.shapes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;

import simmer.host.session.Incoming;
import simmer.host.webhook.shapes.Payload.NamedSession;
import simmer.spi.Conversation;
import simmer.spi.Session;
import simmer.spi.Utterance;

/** Reads payloads of every shape. Immutable. */
public final class Payloads {

    /** The first that fits is it. */
    private static final List<Shape> SHAPES = List.of(new TutorialShape(), new LastEntriesShape(), new TranscriptShape(),
            new InputShape());
    private static final String SESSIONS = "session.id (the tutorial's payload) or sessionId (Cognigy's input object)";
    private static final String TURNS = "session or userInput (the tutorial's payload), text or data (Cognigy's input object),"
            + " transcript or history (Get Transcript), or lastConversationEntries";

    private final CurrentTurn currentTurn;
    private final int maxTurns;
    private final int maxDepth;

    /**
     * Makes a reader.
     *
     * @param maxTurns how many of the newest turns count
     * @param maxDepth deepest nesting taken
     */
    public Payloads(CurrentTurn currentTurn, int maxTurns, int maxDepth) {
        this.currentTurn = currentTurn;
        this.maxTurns = maxTurns;
        this.maxDepth = maxDepth;
    }

    /**
     * Reads a payload.
     *
     * @param body JSON
     * @param sender whom the request's headers name, for a body that is an array
     * @throws PayloadException if it is no JSON, of no known shape, has something of a wrong type, or names no session
     */
    public Incoming read(String body, Sender sender) {
        JsonValue value = JsonBody.parse(body, maxDepth);
        return value instanceof JsonArray transcript
                ? incoming(TranscriptShape.read(transcript, sender), "the header " + Sender.SESSION_HEADER
                        + ", for an array has nowhere to name it")
                : incoming(payload(Fields.of(value)), SESSIONS);
    }

    private static Payload payload(Fields body) {
        for (Shape shape : SHAPES) {
            if (shape.fits(body)) {
                return shape.read(body);
            }
        }
        if (body.textIfAny("sessionId").isBlank()) {
            throw PayloadException.missingSession("", SESSIONS);
        }
        throw PayloadException.at("", "is of no known shape: looked beside sessionId for " + TURNS);
    }

    private Incoming incoming(Payload payload, String sessionLookedFor) {
        if (payload.session().id().isBlank()) {
            throw PayloadException.missingSession(payload.session().pointer(), sessionLookedFor);
        }
        List<Utterance> utterances = payload.history().utterances();
        int place = utterances.size();
        if (currentTurn == CurrentTurn.COUNTED && !payload.current().isBlank()) {
            addUnlessLast(utterances, new Utterance(payload.current()));
        }
        Conversation conversation = new Conversation(session(payload.session()),
                utterances.subList(Math.max(0, utterances.size() - maxTurns), utterances.size()));
        return new Incoming(conversation, payload.inputId(), payload.traceId(), place, payload.history().brought());
    }

    /** The flow may have put the current turn into the history already: it is one turn, not two. */
    private static void addUnlessLast(List<Utterance> utterances, Utterance current) {
        if (utterances.isEmpty() || !utterances.getLast().equals(current)) {
            utterances.add(current);
        }
    }

    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static Session session(NamedSession named) {
        if (!isWhole(named.id())) {
            throw PayloadException.at(named.pointer(), "holds half of a surrogate pair, which no URL can carry");
        }
        if (named.userId().length() > Session.MAX_ID_LENGTH || !isWhole(named.userId())) {
            throw PayloadException.at("/userId", "can't be used: it has at most " + Session.MAX_ID_LENGTH
                    + " characters and no half of a surrogate pair");
        }
        try {
            return new Session(named.id(), named.platform(), named.language(), named.userId());
        } catch (IllegalArgumentException e) {
            throw PayloadException.at(named.pointer(), String.format(Locale.ROOT, "can't be used: %s", e.getMessage()));
        }
    }
}
