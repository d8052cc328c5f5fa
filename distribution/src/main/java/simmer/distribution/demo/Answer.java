package simmer.distribution.demo;

import java.io.StringReader;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

/** Simmer's answer to one webhook, as JSON, and what the demo reads out of it. */
record Answer(JsonObject json) {

    static Answer parse(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return new Answer(reader.readObject());
        }
    }

    /** Whether there is a score. */
    boolean isScored() {
        return !json.getBoolean("degraded");
    }

    double score() {
        return json.getJsonNumber("frustrationScore").doubleValue();
    }

    /** How negative the current turn was read by itself. */
    double negative() {
        return json.getJsonArray("turns").getValuesAs(JsonObject.class).getLast().getJsonNumber("negative").doubleValue();
    }

    String level() {
        return json.getString("decidedLevel");
    }

    boolean isDelivered() {
        return json.getString("delivery").equals("delivered");
    }

    boolean isFailed() {
        return json.getString("status").equals("error");
    }

    String message() {
        return json.getString("message", json.getString("reason"));
    }
}
