package simmer.host.webhook;

import java.nio.charset.StandardCharsets;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;

/**
 * Answers in {@code application/problem+json} (RFC 9457). Beside its members {@code pointer} is the JSON pointer of what is
 * wrong in the body, empty for the whole of it, and {@code lookedFor} what would have been taken.
 */
final class Problem {

    /** For the whole room: the static methods of {@code Json} look it up anew at every call. */
    static final JsonProvider JSON = JsonProvider.provider();

    private Problem() {
    }

    static void send(ServerResponse response, BadRequest problem) {
        JsonObjectBuilder body = body(problem.status(), problem.detail());
        problem.pointer().ifPresent(pointer -> body.add("pointer", pointer));
        if (!problem.lookedFor().isEmpty()) {
            body.add("lookedFor", problem.lookedFor());
        }
        send(response, problem.status(), body);
    }

    static void send(ServerResponse response, Status status, String detail) {
        send(response, status, body(status, detail));
    }

    private static JsonObjectBuilder body(Status status, String detail) {
        return JSON.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", status.reasonPhrase())
                .add("status", status.code())
                .add("detail", detail);
    }

    private static void send(ServerResponse response, Status status, JsonObjectBuilder body) {
        response.status(status);
        response.headers().set(HeaderNames.CONTENT_TYPE, "application/problem+json");
        response.send(body.build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
