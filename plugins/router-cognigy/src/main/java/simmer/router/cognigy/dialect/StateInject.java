package simmer.router.cognigy.dialect;

import java.util.Map;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;

import simmer.spi.Dispatch;

/**
 * Cognigy's {@code state/inject}: puts the session into a state that the flow's author has made. It may be made again: it
 * sets the same state.
 *
 * @param states the state of a level by the level's name; a level that isn't named has a state of its own name
 */
public record StateInject(Map<String, String> states) implements Dialect {

    private static final JsonProvider JSON = JsonProvider.provider();

    public StateInject {
        states = Map.copyOf(states);
    }

    @Override
    public Message message(Dispatch dispatch) {
        return UserId.with(dispatch.session(), "state-inject",
                id -> new Message.Post("/new/v2.0/sessions/" + id + "/state/inject", body(dispatch)));
    }

    private JsonObject body(Dispatch dispatch) {
        String level = dispatch.decision().level().name();
        return JSON.createObjectBuilder()
                .add("state", states.getOrDefault(level, level))
                .add("userId", dispatch.session().userId())
                .build();
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public String help(int status) {
        return switch (status) {
            case 400 -> "Does the flow have a state of this name? See the option states.";
            case 404 -> "Is the session still open, and is its tenant the one of COGNIGY_BASE_URL?";
            default -> "";
        };
    }
}
