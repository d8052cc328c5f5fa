package simmer.host.webhook.shapes;

import simmer.host.webhook.shapes.Payload.NamedSession;

/**
 * The tutorial's: {@code {"session": {"id", "history": [{"userInput"}]}, "userInput", "platform", "language"}}, and beside
 * it {@code userId}, {@code inputId} and {@code traceId} as in Cognigy's input object.
 */
record TutorialShape() implements Shape {

    @Override
    public boolean fits(Fields body) {
        return body.has("session") || body.has("userInput");
    }

    @Override
    public Payload read(Fields body) {
        Fields session = body.object("session");
        NamedSession named = new NamedSession(id(session), "/session/id", body.text("platform"), body.text("language"),
                body.textIfAny("userId"));
        return new Payload(named, history(session), body.text("userInput"), body.textIfAny("inputId"),
                body.textIfAny("traceId"));
    }

    private static String id(Fields session) {
        try {
            return session.text("id");
        } catch (PayloadException e) {
            throw e.below("/session");
        }
    }

    private static History history(Fields session) {
        try {
            return Entries.OF_ANY_KIND.history(session, "history");
        } catch (PayloadException e) {
            throw e.below("/session");
        }
    }
}
