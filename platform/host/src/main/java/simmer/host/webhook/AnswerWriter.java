package simmer.host.webhook;

import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import simmer.host.delivery.Delivery;
import simmer.host.pipeline.Outcome;
import simmer.spi.Level;
import simmer.spi.ScoredTurn;
import simmer.spi.Session;

/** Writes the webhook's answer: the tutorial's fields, then ours. */
final class AnswerWriter {

    private static final int DECIMALS = 4;

    private final boolean includeText;

    /** @param includeText whether what customers said is repeated in {@code turns} */
    AnswerWriter(boolean includeText) {
        this.includeText = includeText;
    }

    JsonObject write(Session session, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided decided -> decided(session, decided);
            case Outcome.Degraded degraded -> degraded(session, degraded);
        };
    }

    private JsonObject decided(Session session, Outcome.Decided outcome) {
        Delivery delivery = outcome.delivery();
        Level level = outcome.decision().level();
        JsonObjectBuilder answer = JsonBody.JSON.createObjectBuilder().add("status", AnswerWords.status(delivery));
        AnswerWords.message(delivery).ifPresent(message -> answer.add("message", message));
        return answer.add("escalationLevel", outcome.holds().name())
                .add("frustrationScore", rounded(outcome.decision().score().value()))
                .add("targetFlow", level.flow())
                .add("targetNode", level.node())
                .add("cognigyApiResult", delivery instanceof Delivery.Delivered delivered
                        ? json(delivered.answer())
                        : JsonValue.NULL)
                .add("sessionId", session.id())
                .add("decidedLevel", level.name())
                .add("delivery", AnswerWords.delivery(delivery))
                .add("degraded", false)
                .add("reason", outcome.decision().reason())
                .add("turns", turns(outcome.decision().score().turns()))
                .build();
    }

    private static JsonObject degraded(Session session, Outcome.Degraded outcome) {
        Level holds = outcome.holds();
        return JsonBody.JSON.createObjectBuilder()
                .add("status", "error")
                .add("message", outcome.reason())
                .add("escalationLevel", holds.name())
                .add("frustrationScore", JsonValue.NULL)
                .add("targetFlow", holds.flow())
                .add("targetNode", holds.node())
                .add("cognigyApiResult", JsonValue.NULL)
                .add("sessionId", session.id())
                .add("decidedLevel", holds.name())
                .add("delivery", "unchanged")
                .add("degraded", true)
                .add("reason", outcome.reason())
                .add("turns", JsonValue.EMPTY_JSON_ARRAY)
                .build();
    }

    private JsonArray turns(List<ScoredTurn> turns) {
        JsonArrayBuilder array = JsonBody.JSON.createArrayBuilder();
        for (ScoredTurn scored : turns) {
            JsonObjectBuilder turn = JsonBody.JSON.createObjectBuilder();
            if (includeText) {
                turn.add("text", scored.turn().utterance().text());
            }
            // Weight and share stay as they are: rounded shares would no longer sum to 1.
            array.add(turn.add("negative", rounded(scored.turn().sentiment().negative()))
                    .add("frustration", rounded(scored.frustration()))
                    .add("weight", scored.weight())
                    .add("share", scored.share()));
        }
        return array.build();
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
