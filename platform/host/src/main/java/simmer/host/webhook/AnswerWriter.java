package simmer.host.webhook;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;

import simmer.host.delivery.Delivery;
import simmer.host.pipeline.Outcome;
import simmer.spi.Level;
import simmer.spi.ScoredTurn;
import simmer.spi.Session;

/** Writes the webhook's answer: the tutorial's fields, then ours. */
final class AnswerWriter {

    private static final int DECIMALS = 4;
    private static final int USUAL_BYTES = 1_024;

    private final boolean includeText;

    /** @param includeText whether what customers said is repeated in {@code turns} */
    AnswerWriter(boolean includeText) {
        this.includeText = includeText;
    }

    /** The answer as JSON text in UTF-8, written as it goes: a tree of a hundred turns would cost as much as all the rest. */
    byte[] write(Session session, Outcome outcome) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = JsonBody.JSON.createGenerator(answer)) {
            json.writeStartObject();
            switch (outcome) {
                case Outcome.Decided decided -> decided(json, session, decided);
                case Outcome.Degraded degraded -> degraded(json, session, degraded);
            }
            json.writeEnd();
        }
        return answer.toByteArray();
    }

    private void decided(JsonGenerator json, Session session, Outcome.Decided outcome) {
        Delivery delivery = outcome.delivery();
        Level level = outcome.decision().level();
        json.write("status", AnswerWords.status(delivery));
        if (delivery instanceof Delivery.Failed failed) {
            json.write("message", failed.message());
        }
        json.write("escalationLevel", delivery.holds().name())
                .write("frustrationScore", rounded(outcome.decision().score().value()))
                .write("targetFlow", level.flow())
                .write("targetNode", level.node())
                .write("cognigyApiResult", delivery instanceof Delivery.Delivered delivered
                        ? json(delivered.answer())
                        : JsonValue.NULL)
                .write("sessionId", session.id())
                .write("decidedLevel", level.name())
                .write("delivery", AnswerWords.delivery(delivery))
                .write("degraded", false)
                .write("reason", outcome.decision().reason());
        turns(json, outcome.decision().score().turns());
        if (outcome.turnsLeftOut() > 0) {
            json.write("turnsLeftOut", outcome.turnsLeftOut());
        }
    }

    private static void degraded(JsonGenerator json, Session session, Outcome.Degraded outcome) {
        Level holds = outcome.holds();
        json.write("status", "error")
                .write("message", outcome.reason())
                .write("escalationLevel", holds.name())
                .writeNull("frustrationScore")
                .write("targetFlow", holds.flow())
                .write("targetNode", holds.node())
                .writeNull("cognigyApiResult")
                .write("sessionId", session.id())
                .write("decidedLevel", holds.name())
                .write("delivery", "unchanged")
                .write("degraded", true)
                .write("reason", outcome.reason())
                .writeStartArray("turns").writeEnd();
    }

    private void turns(JsonGenerator json, List<ScoredTurn> turns) {
        json.writeStartArray("turns");
        for (ScoredTurn scored : turns) {
            json.writeStartObject();
            if (includeText) {
                json.write("text", scored.turn().utterance().text());
            }
            // Weight and share stay as they are: rounded shares would no longer sum to 1.
            json.write("negative", rounded(scored.turn().sentiment().negative()))
                    .write("frustration", rounded(scored.frustration()))
                    .write("weight", scored.weight())
                    .write("share", scored.share())
                    .writeEnd();
        }
        json.writeEnd();
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static JsonValue json(String answer) {
        if (answer.isBlank()) {
            return JsonValue.NULL;
        }
        try (JsonReader reader = JsonBody.JSON.createReader(new StringReader(answer))) {
            return reader.readValue();
        } catch (JsonException | IllegalStateException e) {
            return JsonBody.JSON.createValue(answer);
        }
    }
}
