package simmer.testkit.cognigy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Cognigy's {@code POST /auth/oauth2/token}, for client credentials (RFC 6749, section 4.4). */
final class Tokens implements Dialect {

    private final Door door;
    private volatile Duration life = Duration.ofHours(1);

    Tokens(Door door) {
        this.door = door;
    }

    void last(Duration time) {
        life = time;
    }

    @Override
    public boolean takes(String method, String rawPath) {
        return method.equals("POST") && rawPath.equals("/auth/oauth2/token");
    }

    @Override
    public Optional<String> session(String rawPath, Optional<JsonObject> body) {
        return Optional.empty();
    }

    @Override
    public Reply answer(RecordedRequest request) {
        Map<String, String> form = form(request);
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return error(400, "unsupported_grant_type");
        }
        boolean known = CognigyStandIn.CLIENT_ID.equals(form.get("client_id"))
                && CognigyStandIn.CLIENT_SECRET.equals(form.get("client_secret"));
        return known
                ? Reply.json(Json.createObjectBuilder()
                        .add("access_token", door.newToken())
                        .add("token_type", "Bearer")
                        .add("expires_in", life.toSeconds())
                        .build())
                : error(401, "invalid_client");
    }

    private static Reply error(int status, String code) {
        return new Reply(status, "application/json", Json.createObjectBuilder().add("error", code).build().toString());
    }

    private static Map<String, String> form(RecordedRequest request) {
        Map<String, String> form = new HashMap<>();
        boolean isForm = request.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded");
        for (String field : isForm ? request.text().split("&") : new String[0]) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2) {
                form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }
}
