package simmer.testkit.cognigy;

import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Cognigy's {@code context/inject} and {@code state/inject}. */
final class SessionInjections implements Dialect {

    private static final String PREFIX = "/new/v2.0/sessions/";
    private static final OneSegment CONTEXT = new OneSegment("POST", PREFIX, "/context/inject");
    private static final OneSegment STATE = new OneSegment("POST", PREFIX, "/state/inject");

    private final Door door;
    private final KnownSessions sessions;

    SessionInjections(Door door, KnownSessions sessions) {
        this.door = door;
        this.sessions = sessions;
    }

    @Override
    public boolean takes(String method, String rawPath) {
        return CONTEXT.fits(method, rawPath) || STATE.fits(method, rawPath);
    }

    @Override
    public Optional<String> session(String rawPath, Optional<JsonObject> body) {
        return CONTEXT.in(rawPath).or(() -> STATE.in(rawPath));
    }

    @Override
    public Reply answer(RecordedRequest request) {
        String session = request.session().orElseThrow();
        return door.refuse(request).or(() -> sessions.missing(session)).orElseGet(() -> inject(session, request));
    }

    private Reply inject(String session, RecordedRequest request) {
        JsonObject body = Wants.body(request);
        Wants.text(body, "", "userId");
        if (CONTEXT.in(request.rawPath()).isPresent()) {
            return Reply.json(sessions.write(session, Wants.object(body, "context")));
        }
        return Reply.json(Json.createObjectBuilder().add("state", Wants.text(body, "", "state")).build());
    }
}
