package simmer.router.cognigy.dialect;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;

import simmer.spi.Dispatch;

/**
 * Cognigy's {@code context/inject}: writes into the session's context, where the flow finds it at its next turn and moves
 * itself. It may be made again: it writes the same values.
 *
 * @param template what is written
 */
public record ContextInject(ContextTemplate template) implements Dialect {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public Message message(Dispatch dispatch) {
        return UserId.with(dispatch.session(), "context-inject",
                id -> new Message.Post("/new/v2.0/sessions/" + id + "/context/inject", body(dispatch)));
    }

    private JsonObject body(Dispatch dispatch) {
        return JSON.createObjectBuilder()
                .add("userId", dispatch.session().userId())
                .add("context", template.fill(dispatch))
                .build();
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public String help(int status) {
        return switch (status) {
            case 400 -> "Are session id and userId those of the flow's input object?";
            case 404 -> "Is the session still open, and is its tenant the one of COGNIGY_BASE_URL?";
            case 413 -> "Name fewer fields in the option context.fields.";
            default -> "";
        };
    }
}
