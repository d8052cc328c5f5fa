package simmer.host.webhook;

import java.nio.charset.StandardCharsets;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import jakarta.json.JsonObjectBuilder;

/** Answers in {@code application/problem+json} (RFC 9457). */
final class Problem {

    private Problem() {
    }

    static void send(ServerResponse response, BadRequest problem) {
        send(response, problem.status(), problem.detail(), problem.pointer());
    }

    /**
     * Sends a problem.
     *
     * @param pointer a JSON pointer, sent as a member of its own unless empty
     */
    static void send(ServerResponse response, Status status, String detail, String pointer) {
        JsonObjectBuilder body = JsonBody.JSON.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", status.reasonPhrase())
                .add("status", status.code())
                .add("detail", detail);
        if (!pointer.isEmpty()) {
            body.add("pointer", pointer);
        }
        response.status(status);
        response.headers().set(HeaderNames.CONTENT_TYPE, "application/problem+json");
        response.send(body.build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
