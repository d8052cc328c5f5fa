package simmer.testkit.cognigy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.helidon.http.Header;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

/** Takes each request: records it, then fails it or answers it. For use by several threads. */
final class Reception implements Handler {

    private static final int MAX_BODY_BYTES = 60_000;

    private final List<Dialect> dialects;
    private final Journal journal;
    private final Faults faults;
    private final Responder responder;

    Reception(List<Dialect> dialects, Journal journal, Faults faults, Responder responder) {
        this.dialects = dialects;
        this.journal = journal;
        this.faults = faults;
        this.responder = responder;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws Exception {
        Optional<Dialect> dialect = dialect(request);
        RecordedRequest recorded = record(request, dialect);
        journal.add(recorded);
        Optional<Fault> fault = faults.next();
        if (fault.isPresent()) {
            responder.fail(response, fault.get(), () -> answer(recorded, dialect));
        } else {
            responder.send(response, answer(recorded, dialect));
        }
    }

    private Optional<Dialect> dialect(ServerRequest request) {
        return dialects.stream().filter(dialect -> dialect.takes(method(request), rawPath(request))).findFirst();
    }

    private static String method(ServerRequest request) {
        return request.prologue().method().text();
    }

    private static String rawPath(ServerRequest request) {
        return request.prologue().uriPath().rawPath();
    }

    private static RecordedRequest record(ServerRequest request, Optional<Dialect> dialect) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (Header header : request.headers()) {
            headers.put(header.name(), header.allValues());
        }
        byte[] bytes = request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
        Optional<JsonObject> body = json(bytes);
        return new RecordedRequest(method(request), rawPath(request),
                dialect.flatMap(it -> it.session(rawPath(request), body)), headers, body,
                new String(bytes, StandardCharsets.UTF_8), Instant.now());
    }

    private static Optional<JsonObject> json(byte[] bytes) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return Optional.of(reader.readObject());
        } catch (RuntimeException malformed) { // Parsson throws a bare one where the nesting is too deep
            return Optional.empty();
        }
    }

    private static Reply answer(RecordedRequest request, Optional<Dialect> dialect) {
        if (dialect.isEmpty()) {
            return Reply.problem(404, "no such resource");
        }
        if (request.text().getBytes(StandardCharsets.UTF_8).length > MAX_BODY_BYTES) {
            return Reply.problem(413, "the body has more than " + MAX_BODY_BYTES + " bytes");
        }
        try {
            return dialect.get().answer(request);
        } catch (BadBodyException e) {
            return Reply.problem(400, String.valueOf(e.getMessage()));
        }
    }
}
