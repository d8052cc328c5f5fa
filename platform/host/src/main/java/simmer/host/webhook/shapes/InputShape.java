package simmer.host.webhook.shapes;

import java.util.ArrayList;

import simmer.host.webhook.shapes.Payload.NamedSession;

/**
 * Cognigy's input object, {@code {text, userId, sessionId, language, channel, inputId, traceId, data, …}}, and what its
 * webhook endpoint sends, which is part of it: {@code {userId, sessionId, text, data}}. The current turn, and no history.
 */
record InputShape() implements Shape {

    @Override
    public boolean fits(Fields body) {
        return body.has("text") || body.has("data");
    }

    @Override
    public Payload read(Fields body) {
        return with(new History(new ArrayList<>(), false), body);
    }

    /** The fields of the input object, beside a history that came with them. */
    static Payload with(History history, Fields body) {
        NamedSession session = new NamedSession(body.text("sessionId"), "/sessionId", body.text("channel"),
                body.text("language"), body.text("userId"));
        return new Payload(session, history, body.text("text"), body.textIfAny("inputId"), body.textIfAny("traceId"));
    }
}
