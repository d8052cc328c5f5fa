package simmer.testkit.cognigy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;

/** Cognigy's {@code inject} and {@code notify}: at the endpoint service, and in their deprecated form at the API. */
final class EndpointMessages implements Dialect {

    private static final Pattern CURRENT = Pattern.compile("/(inject|notify)/([^/]+)");
    private static final Pattern DEPRECATED = Pattern.compile("/new/v2\\.0/endpoint/(inject|notify)");

    private final Door door;
    private final KnownSessions sessions;

    EndpointMessages(Door door, KnownSessions sessions) {
        this.door = door;
        this.sessions = sessions;
    }

    @Override
    public boolean takes(String method, String rawPath) {
        return method.equals("POST")
                && (CURRENT.matcher(rawPath).matches() || DEPRECATED.matcher(rawPath).matches());
    }

    @Override
    public Optional<String> session(String rawPath, Optional<JsonObject> body) {
        return body.map(it -> it.get("sessionId")).filter(JsonString.class::isInstance)
                .map(it -> ((JsonString) it).getString());
    }

    @Override
    public Reply answer(RecordedRequest request) {
        Matcher current = CURRENT.matcher(request.rawPath());
        if (current.matches()) {
            return door.refuseIfWrong(request).orElseGet(() -> say(request, current.group(1), current.group(2)));
        }
        return door.refuse(request).orElseGet(() -> say(request, verb(request.rawPath()),
                Wants.text(Wants.body(request), "", "URLToken")));
    }

    private static String verb(String rawPath) {
        return rawPath.substring(rawPath.lastIndexOf('/') + 1);
    }

    private Reply say(RecordedRequest request, String verb, String token) {
        if (!token.equals(CognigyStandIn.URL_TOKEN)) {
            return Reply.problem(404, "no endpoint has this token");
        }
        JsonObject body = Wants.body(request);
        Wants.text(body, "", "userId");
        Wants.text(body, "", "text");
        Wants.object(body, "data");
        if (verb.equals("inject")) {
            Wants.text(body, "", "sessionId");
        }
        return request.session().flatMap(sessions::missing).orElseGet(() -> Reply.json(JsonObject.EMPTY_JSON_OBJECT));
    }
}
