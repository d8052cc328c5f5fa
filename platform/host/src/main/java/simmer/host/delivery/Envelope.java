package simmer.host.delivery;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;

import simmer.host.store.Message;
import simmer.spi.Decision;
import simmer.spi.Dispatch;
import simmer.spi.Handover;
import simmer.spi.Level;
import simmer.spi.Score;
import simmer.spi.Session;

/**
 * A decision as it lies in the outbox: all that a router needs to carry it out, so that a change of the configuration does
 * not change what was decided before it. One that an older version stored lacks the user's id, the reason's code, whether
 * there was a score, and the handover; it still reads.
 *
 * @param session whom it concerns
 * @param decision what was decided; its score is kept without the turns
 * @param handover what goes with it, if anything
 * @param decidedAt when
 * @param traceparent where in a trace that was, absent in one that an older version stored
 */
record Envelope(Session session, Decision decision, Optional<Handover> handover, Instant decidedAt,
        Optional<String> traceparent) {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

    /** The text that {@link #open} reads. */
    String body() {
        Level level = decision.level();
        JsonObjectBuilder body = JSON.createObjectBuilder()
                .add("session", JSON.createObjectBuilder()
                        .add("id", session.id())
                        .add("platform", session.platform())
                        .add("language", session.language())
                        .add("userId", session.userId()))
                .add("level", JSON.createObjectBuilder()
                        .add("name", level.name())
                        .add("from", level.from())
                        .add("flow", level.flow())
                        .add("node", level.node()))
                .add("score", decision.score().value())
                .add("scored", decision.scored())
                .add("reason", decision.reason())
                .add("reasonCode", decision.reasonCode())
                .add("decidedAt", decidedAt.toString());
        handover.ifPresent(packet -> body.add("handover", StoredHandover.write(packet)));
        traceparent.ifPresent(place -> body.add("traceparent", place));
        return body.build().toString();
    }

    /** @throws IllegalArgumentException if the body is none that {@link #body} wrote */
    static Envelope open(Message message) {
        try (JsonReader reader = READERS.createReader(new StringReader(message.body()))) {
            JsonObject body = reader.readObject();
            return new Envelope(session(body.getJsonObject("session")), decision(body),
                    body.containsKey("handover")
                            ? Optional.of(StoredHandover.read(body.getJsonObject("handover")))
                            : Optional.empty(),
                    Instant.parse(body.getString("decidedAt")),
                    Optional.ofNullable(body.getString("traceparent", null)));
        } catch (JsonException | NullPointerException | ClassCastException | DateTimeException e) {
            throw new IllegalArgumentException("message " + message.id() + " is none of this version's", e);
        }
    }

    private static Session session(JsonObject session) {
        return new Session(session.getString("id"), session.getString("platform"), session.getString("language"),
                session.getString("userId", ""));
    }

    private static Decision decision(JsonObject body) {
        JsonObject level = body.getJsonObject("level");
        return new Decision(new Level(level.getString("name"), level.getJsonNumber("from").doubleValue(),
                level.getString("flow"), level.getString("node")),
                new Score(body.getJsonNumber("score").doubleValue(), List.of()), body.getBoolean("scored", true),
                body.getString("reason"), body.getString("reasonCode", Decision.SCORE_REACHED));
    }

    Dispatch dispatch(String messageId) {
        return new Dispatch(messageId, session, decision, handover, Optional.of(decidedAt));
    }
}
