package simmer.testkit.cognigy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** The tutorial's call: {@code POST {base}/sessions/{id}/update} moves a session to a flow and a node. */
final class SessionUpdates implements Dialect {

    private static final String PREFIX = CognigyStandIn.BASE_PATH + "/sessions/";
    private static final String SUFFIX = "/update";

    @Override
    public Optional<String> session(String method, String rawPath) {
        boolean fits = method.equals("POST") && rawPath.startsWith(PREFIX) && rawPath.endsWith(SUFFIX)
                && rawPath.length() > PREFIX.length() + SUFFIX.length();
        if (!fits) {
            return Optional.empty();
        }
        String segment = rawPath.substring(PREFIX.length(), rawPath.length() - SUFFIX.length());
        return segment.contains("/") ? Optional.empty() : Optional.of(decode(segment));
    }

    /** Unlike a form's, a path's plus sign is a plus sign. */
    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String keyHeader() {
        return "Authorization";
    }

    @Override
    public String keyHeaderValue(String apiKey) {
        return "Bearer " + apiKey;
    }

    @Override
    public JsonObject accept(String session, JsonObject body) {
        if (!(body.get("sessionData") instanceof JsonObject data)) {
            throw new BadBodyException("/sessionData", "must be an object");
        }
        requireText(data, "/sessionData", "escalationLevel");
        if (!(data.get("frustrationScore") instanceof JsonNumber score && isShare(score.doubleValue()))) {
            throw new BadBodyException("/sessionData/frustrationScore", "must be a number from 0 to 1");
        }
        if (!JsonValue.TRUE.equals(data.get("escalationTriggered"))) {
            throw new BadBodyException("/sessionData/escalationTriggered", "must be true");
        }
        String flow = requireText(body, "", "flow");
        String node = requireText(body, "", "node");
        return Json.createObjectBuilder()
                .add("sessionId", session)
                .add("flow", flow)
                .add("node", node)
                .add("sessionData", data)
                .build();
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    private static String requireText(JsonObject object, String parent, String key) {
        if (object.get(key) instanceof JsonString text && !text.getString().isBlank()) {
            return text.getString();
        }
        throw new BadBodyException(parent + "/" + key, "must be a text that is not empty");
    }
}
