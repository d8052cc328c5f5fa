package simmer.router.cognigy.dialect;

import java.util.Locale;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;

import simmer.spi.Handover;

/** A handover as flows see it, in the webhook's answer and here alike. */
final class HandoverJson {

    private static final JsonProvider JSON = JsonProvider.provider();

    private HandoverJson() {
    }

    static JsonObject of(Handover handover) {
        return JSON.createObjectBuilder()
                .add("level", handover.level())
                .add("reason", handover.reason())
                .add("reasonCode", handover.reasonCode())
                .add("worstTurn", handover.worst().<JsonValue>map(HandoverJson::of).orElse(JsonValue.NULL))
                .add("trend", handover.trend().name().toLowerCase(Locale.ROOT))
                .add("turns", handover.turns())
                .add("language", handover.language())
                .add("skill", handover.skill())
                .add("priority", handover.priority())
                .build();
    }

    private static JsonObject of(Handover.WorstTurn worst) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("place", worst.place())
                .add("frustration", ContextField.rounded(worst.frustration()));
        return (worst.text().isEmpty() ? json : json.add("text", worst.text())).build();
    }
}
