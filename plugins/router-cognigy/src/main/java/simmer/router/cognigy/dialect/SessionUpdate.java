package simmer.router.cognigy.dialect;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;

import simmer.spi.Decision;
import simmer.spi.Dispatch;

/**
 * The tutorial's call: sets the session's data and moves it to the level's flow and node. It may be made again: it sets the
 * same values and the same place.
 */
public record SessionUpdate() implements Dialect {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public Message message(Dispatch dispatch) {
        return SessionPath.in(dispatch.session(),
                id -> new Message.Post("/sessions/" + id + "/update", body(dispatch)));
    }

    private static JsonObject body(Dispatch dispatch) {
        Decision decision = dispatch.decision();
        return JSON.createObjectBuilder()
                .add("sessionData", JSON.createObjectBuilder()
                        .add("escalationLevel", decision.level().name())
                        .add("frustrationScore", ContextField.SCORE.json(dispatch))
                        .add("escalationTriggered", true))
                .add("flow", decision.level().flow())
                .add("node", decision.level().node())
                .build();
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public String help(int status) {
        return switch (status) {
            case 400 -> "Do the level's flow and node exist in the tenant? See simmer.levels.";
            case 403 -> "API key lacks Session:Write or Flow:Trigger permissions. Enable both for this key in Cognigy under"
                    + " API Keys.";
            case 404 -> "If the tenant has no such call at all, choose another dialect.";
            case 409 -> "Does something else move this session, too?";
            default -> "";
        };
    }
}
