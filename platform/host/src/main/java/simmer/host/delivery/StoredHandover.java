package simmer.host.delivery;

import java.util.Optional;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;

import simmer.spi.Handover;
import simmer.spi.Handover.Trend;
import simmer.spi.Handover.WorstTurn;

/** A handover as it lies in an {@link Envelope}. */
final class StoredHandover {

    private static final JsonProvider JSON = JsonProvider.provider();

    private StoredHandover() {
    }

    static JsonObjectBuilder write(Handover handover) {
        JsonObjectBuilder object = JSON.createObjectBuilder()
                .add("level", handover.level())
                .add("reason", handover.reason())
                .add("reasonCode", handover.reasonCode())
                .add("trend", handover.trend().name())
                .add("turns", handover.turns())
                .add("language", handover.language())
                .add("skill", handover.skill())
                .add("priority", handover.priority());
        handover.worst().ifPresent(worst -> object.add("worst", JSON.createObjectBuilder()
                .add("place", worst.place())
                .add("frustration", worst.frustration())
                .add("text", worst.text())));
        return object;
    }

    /** @throws IllegalArgumentException or what the library throws, if it is none that {@link #write} wrote */
    static Handover read(JsonObject object) {
        Optional<WorstTurn> worst = object.containsKey("worst")
                ? Optional.of(worst(object.getJsonObject("worst")))
                : Optional.empty();
        return new Handover(object.getString("level"), object.getString("reason"), object.getString("reasonCode"), worst,
                Trend.valueOf(object.getString("trend")), object.getInt("turns"), object.getString("language"),
                object.getString("skill"), object.getInt("priority"));
    }

    private static WorstTurn worst(JsonObject worst) {
        return new WorstTurn(worst.getInt("place"), worst.getJsonNumber("frustration").doubleValue(),
                worst.getString("text"));
    }
}
