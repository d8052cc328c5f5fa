package simmer.router.cognigy.dialect;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;

import simmer.router.cognigy.access.Secret;
import simmer.router.cognigy.wire.PathSegment;
import simmer.spi.Dispatch;

/**
 * Says something through the session's endpoint: to the flow, which runs as if the user had said it, or to the user. Not to
 * be made again: each call says it once more.
 *
 * @param verb to whom
 * @param form which of the two forms of the call
 * @param token names the endpoint
 * @param texts what is said
 * @param template what goes beside the text, for the flow
 */
public record EndpointCall(Verb verb, Form form, Secret token, LevelTexts texts,
        ContextTemplate template) implements Dialect {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** To whom something is said. */
    public enum Verb {
        /** To the flow. */
        INJECT("inject", "endpoint-inject"),
        /** To the user; the flow does not run. */
        NOTIFY("notify", "notify");

        private final String word;
        private final String dialect;

        Verb(String word, String dialect) {
            this.word = word;
            this.dialect = dialect;
        }
    }

    /** The forms of the call; in YAML {@code current} and {@code deprecated}. */
    public enum Form {
        /** At the endpoint service, with the token in the path. */
        CURRENT,
        /** At the API, with the token in the body; deprecated since Cognigy.AI 2026.6. */
        DEPRECATED
    }

    @Override
    public Message message(Dispatch dispatch) {
        return texts.of(dispatch)
                .map(text -> UserId.with(dispatch.session(), verb.dialect, _ -> post(dispatch, text)))
                .orElseGet(Message.Silence::new);
    }

    private Message post(Dispatch dispatch, String text) {
        JsonObjectBuilder body = JSON.createObjectBuilder();
        if (form == Form.DEPRECATED) {
            body.add("URLToken", token.value());
        }
        JsonObject whole = body.add("userId", dispatch.session().userId())
                .add("sessionId", dispatch.session().id())
                .add("text", text)
                .add("data", template.fill(dispatch))
                .build();
        return new Message.Post(path(), whole);
    }

    private String path() {
        return switch (form) {
            case CURRENT -> "/" + verb.word + "/" + PathSegment.escape(token.value()).orElseThrow();
            case DEPRECATED -> "/new/v2.0/endpoint/" + verb.word;
        };
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public String help(int status) {
        return switch (status) {
            case 400 ->
                "Are session id and userId those of the flow's input object, and does the endpoint take such calls? A"
                        + " REST endpoint does not.";
            case 404 -> "Is COGNIGY_URL_TOKEN the token of the session's endpoint"
                    + (form == Form.DEPRECATED ? ", and does the tenant still have the deprecated form?" : "?");
            case 413 -> "Name fewer fields in the option context.fields.";
            default -> "";
        };
    }
}
