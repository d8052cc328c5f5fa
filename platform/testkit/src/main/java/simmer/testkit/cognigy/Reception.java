package simmer.testkit.cognigy;

import java.io.ByteArrayInputStream;
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

    private final Dialect dialect;
    private final String apiKey;
    private final Journal journal;
    private final Faults faults;
    private final Responder responder;

    Reception(Dialect dialect, String apiKey, Journal journal, Faults faults, Responder responder) {
        this.dialect = dialect;
        this.apiKey = apiKey;
        this.journal = journal;
        this.faults = faults;
        this.responder = responder;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws Exception {
        RecordedRequest recorded = record(request);
        journal.add(recorded);
        Optional<Fault> fault = faults.next();
        if (fault.isPresent()) {
            responder.fail(response, fault.get(), () -> answer(recorded));
        } else {
            responder.send(response, answer(recorded));
        }
    }

    private RecordedRequest record(ServerRequest request) {
        String method = request.prologue().method().text();
        String rawPath = request.prologue().uriPath().rawPath();
        Map<String, List<String>> headers = new TreeMap<>();
        for (Header header : request.headers()) {
            headers.put(header.name(), header.allValues());
        }
        return new RecordedRequest(method, rawPath, dialect.session(method, rawPath), headers, body(request),
                Instant.now());
    }

    private static Optional<JsonObject> body(ServerRequest request) {
        byte[] bytes = request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return Optional.of(reader.readObject());
        } catch (RuntimeException malformed) { // Parsson throws a bare one where the nesting is too deep
            return Optional.empty();
        }
    }

    private Reply answer(RecordedRequest request) {
        if (request.session().isEmpty()) {
            return Reply.problem(404, "no such resource");
        }
        boolean known = request.header(dialect.keyHeader()).equals(Optional.of(dialect.keyHeaderValue(apiKey)));
        if (!known) {
            return Reply.problem(401, "the API key is missing, invalid or expired");
        }
        if (request.body().isEmpty()) {
            return Reply.problem(400, "the body must be a JSON object");
        }
        try {
            return Reply.json(dialect.accept(request.session().get(), request.body().get()));
        } catch (BadBodyException e) {
            return Reply.problem(400, String.valueOf(e.getMessage()));
        }
    }
}
