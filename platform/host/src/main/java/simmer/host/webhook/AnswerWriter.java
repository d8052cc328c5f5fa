package simmer.host.webhook;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;

import simmer.host.delivery.Delivery;
import simmer.host.pipeline.Outcome;
import simmer.spi.Decision;
import simmer.spi.Handover;
import simmer.spi.Handover.WorstTurn;
import simmer.spi.Level;
import simmer.spi.Score;
import simmer.spi.ScoredTurn;
import simmer.spi.Session;

/** Writes the webhook's answer: the tutorial's fields, then ours. */
final class AnswerWriter {

    private static final int DECIMALS = 4;
    private static final double SCALE = 1e4;
    private static final double HALF = 0.5;
    /** More than the product of a score can be off by. */
    private static final double NEAR = 1e-9;
    private static final int USUAL_BYTES = 1_024;

    private final boolean includeText;

    /** @param includeText whether what customers said is repeated in {@code turns} */
    AnswerWriter(boolean includeText) {
        this.includeText = includeText;
    }

    /**
     * The answer as JSON text in UTF-8, written as it goes: a tree of a hundred turns would cost as much as all the rest.
     */
    byte[] write(Session session, Outcome outcome) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = Problem.JSON.createGenerator(answer)) {
            json.writeStartObject().write("status", AnswerWords.status(outcome));
            AnswerWords.message(outcome).ifPresent(message -> json.write("message", message));
            decision(json, session, outcome);
            outcome.handover().ifPresent(handover -> handover(json, handover));
            turns(json, outcome.decision().score().turns());
            if (outcome.byFallback()) {
                json.write("model", "fallback");
            }
            if (outcome.turnsLeftOut() > 0) {
                json.write("turnsLeftOut", outcome.turnsLeftOut());
            }
            json.writeEnd();
        }
        return answer.toByteArray();
    }

    private static void decision(JsonGenerator json, Session session, Outcome outcome) {
        Decision decision = outcome.decision();
        Level level = decision.level();
        json.write("escalationLevel", outcome.holds().name())
                .write("frustrationScore", decision.scored() ? rounded(decision.score()) : JsonValue.NULL)
                .write("targetFlow", level.flow())
                .write("targetNode", level.node())
                .write("cognigyApiResult", outcome.delivery() instanceof Delivery.Delivered delivered
                        ? json(delivered.answer())
                        : JsonValue.NULL)
                .write("sessionId", session.id())
                .write("decidedLevel", level.name())
                .write("delivery", AnswerWords.delivery(outcome.delivery()))
                .write("degraded", outcome.isDegraded())
                .write("reason", decision.reason())
                .write("reasonCode", decision.reasonCode());
    }

    private static void handover(JsonGenerator json, Handover handover) {
        json.writeStartObject("handover")
                .write("level", handover.level())
                .write("reason", handover.reason())
                .write("reasonCode", handover.reasonCode())
                .write("skill", handover.skill())
                .write("priority", handover.priority())
                .write("trend", handover.trend().name().toLowerCase(Locale.ROOT))
                .write("turns", handover.turns())
                .write("language", handover.language());
        handover.worst().ifPresentOrElse(worst -> worst(json, worst), () -> json.writeNull("worstTurn"));
        json.writeEnd();
    }

    private static void worst(JsonGenerator json, WorstTurn worst) {
        json.writeStartObject("worstTurn").write("place", worst.place()).write("frustration", rounded(worst.frustration()));
        if (!worst.text().isEmpty()) {
            json.write("text", worst.text());
        }
        json.writeEnd();
    }

    private static JsonValue rounded(Score score) {
        return Problem.JSON.createValue(rounded(score.value()));
    }

    private void turns(JsonGenerator json, List<ScoredTurn> turns) {
        json.writeStartArray("turns");
        for (ScoredTurn scored : turns) {
            json.writeStartObject();
            if (includeText && scored.turn().utterance().known()) {
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

    /**
     * Half up, of the shortest decimal that means the value. To go by that costs five times as much, and matters near
     * halves.
     */
    private static BigDecimal rounded(double value) {
        double scaled = value * SCALE;
        double beyond = scaled - Math.floor(scaled);
        return Math.abs(beyond - HALF) < NEAR
                ? BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP)
                : BigDecimal.valueOf(Math.round(scaled), DECIMALS);
    }

    private static JsonValue json(String answer) {
        if (answer.isBlank()) {
            return JsonValue.NULL;
        }
        try (JsonReader reader = Problem.JSON.createReader(new StringReader(answer))) {
            return reader.readValue();
        } catch (JsonException | IllegalStateException e) {
            return Problem.JSON.createValue(answer);
        }
    }
}
