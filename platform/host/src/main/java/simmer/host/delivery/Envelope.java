package simmer.host.delivery;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;

import simmer.host.store.Message;
import simmer.spi.Decision;
import simmer.spi.Dispatch;
import simmer.spi.Level;
import simmer.spi.Score;
import simmer.spi.Session;

/**
 * A decision as it lies in the outbox: all that a router needs to carry it out, so that a change of the configuration does
 * not change what was decided before it.
 *
 * @param session whom it concerns
 * @param decision what was decided; its score is kept without the turns
 * @param decidedAt when
 */
record Envelope(Session session, Decision decision, Instant decidedAt) {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

    /** The message to be stored, with an id that no other has. */
    Message seal(int urgency) {
        return new Message(UUID.randomUUID().toString(), urgency, body());
    }

    /** The text that {@link #open} reads. */
    String body() {
        Level level = decision.level();
        JsonObject body = JSON.createObjectBuilder()
                .add("session", JSON.createObjectBuilder()
                        .add("id", session.id())
                        .add("platform", session.platform())
                        .add("language", session.language()))
                .add("level", JSON.createObjectBuilder()
                        .add("name", level.name())
                        .add("from", level.from())
                        .add("flow", level.flow())
                        .add("node", level.node()))
                .add("score", decision.score().value())
                .add("reason", decision.reason())
                .add("decidedAt", decidedAt.toString())
                .build();
        return body.toString();
    }

    /** @throws IllegalArgumentException if the body is none that {@link #seal} wrote */
    static Envelope open(Message message) {
        try (JsonReader reader = READERS.createReader(new StringReader(message.body()))) {
            JsonObject body = reader.readObject();
            JsonObject session = body.getJsonObject("session");
            JsonObject level = body.getJsonObject("level");
            return new Envelope(
                    new Session(session.getString("id"), session.getString("platform"), session.getString("language")),
                    new Decision(new Level(level.getString("name"), level.getJsonNumber("from").doubleValue(),
                            level.getString("flow"), level.getString("node")),
                            new Score(body.getJsonNumber("score").doubleValue(), List.of()), body.getString("reason")),
                    Instant.parse(body.getString("decidedAt")));
        } catch (JsonException | NullPointerException | ClassCastException | DateTimeException e) {
            throw new IllegalArgumentException("message " + message.id() + " is none of this version's", e);
        }
    }

    Dispatch dispatch(String messageId) {
        return new Dispatch(messageId, session, decision);
    }
}
