package simmer.testkit.cognigy;

import java.util.UUID;

import io.helidon.http.Status;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * An error as Cognigy words it (RFC 7807).
 *
 * @param status HTTP status
 * @param detail what was wrong with this very request
 */
record Problem(int status, String detail) {

    static final String MEDIA_TYPE = "application/problem+json";

    JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", Status.create(status).reasonPhrase())
                .add("status", status)
                .add("detail", detail)
                .add("code", code())
                .add("traceId", UUID.randomUUID().toString())
                .build();
    }

    /** Cognigy's own number, which is not always the status. */
    private int code() {
        return switch (status) {
            case 400 -> 1000;
            case 404 -> 1002;
            case 500 -> 1008;
            default -> status;
        };
    }
}
