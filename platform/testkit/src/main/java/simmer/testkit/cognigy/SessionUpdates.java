package simmer.testkit.cognigy;

import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The tutorial's call: {@code POST {base}/sessions/{id}/update} moves a session to a flow and a node. */
final class SessionUpdates implements Dialect {

    private static final OneSegment PATHS = new OneSegment("POST", CognigyStandIn.BASE_PATH + "/sessions/", "/update");

    private final Door door;

    SessionUpdates(Door door) {
        this.door = door;
    }

    @Override
    public boolean takes(String method, String rawPath) {
        return PATHS.fits(method, rawPath);
    }

    @Override
    public Optional<String> session(String rawPath, Optional<JsonObject> body) {
        return PATHS.in(rawPath);
    }

    @Override
    public Reply answer(RecordedRequest request) {
        return door.refuseByBearerKey(request)
                .orElseGet(() -> move(request.session().orElseThrow(), Wants.body(request)));
    }

    private static Reply move(String session, JsonObject body) {
        JsonObject data = Wants.object(body, "sessionData");
        Wants.text(data, "/sessionData", "escalationLevel");
        if (!isScoreOrNone(data.get("frustrationScore"))) {
            throw new BadBodyException("/sessionData/frustrationScore", "must be a number from 0 to 1, or null");
        }
        if (!JsonValue.TRUE.equals(data.get("escalationTriggered"))) {
            throw new BadBodyException("/sessionData/escalationTriggered", "must be true");
        }
        String flow = Wants.text(body, "", "flow");
        String node = Wants.text(body, "", "node");
        return Reply.json(Json.createObjectBuilder()
                .add("sessionId", session)
                .add("flow", flow)
                .add("node", node)
                .add("sessionData", data)
                .build());
    }

    /** Null where a hard rule decided without a score. */
    private static boolean isScoreOrNone(@Nullable JsonValue value) {
        return JsonValue.NULL.equals(value)
                || (value instanceof JsonNumber score && score.doubleValue() >= 0 && score.doubleValue() <= 1);
    }
}
