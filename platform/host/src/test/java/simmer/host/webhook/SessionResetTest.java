package simmer.host.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.helidon.http.Status;
import io.helidon.metrics.api.Metrics;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.testing.junit5.ServerTest;
import io.helidon.webserver.testing.junit5.SetUpRoute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import simmer.host.access.Access;
import simmer.host.access.ApiKeys;
import simmer.host.access.SecretHash;
import simmer.host.admin.Meters;
import simmer.host.session.Conversations;
import simmer.host.session.Sending;
import simmer.host.store.StoreException;
import simmer.spi.Decision;
import simmer.spi.Level;
import simmer.spi.Score;
import simmer.spi.Session;

/** The reset over HTTP: a plain client, for ids are sent just as they are written here. */
@ServerTest
final class SessionResetTest {

    private static final String KEY = "a-key-of-twenty-letters";
    private static final List<String> RESET = Collections.synchronizedList(new ArrayList<>());

    private final HttpClient client = HttpClient.newHttpClient();
    private final WebServer server;

    SessionResetTest(WebServer server) {
        this.server = server;
    }

    @SetUpRoute
    static void route(HttpRouting.Builder routing) {
        Meters meters = new Meters(Metrics.createMeterRegistry());
        Access access = Access
                .with(List.of(new ApiKeys(List.of(SecretHash.of(KEY, new Random(1))), "simmer.webhook.api-keys")));
        new SessionReset(access, meters, SessionResetTest::reset).route(routing);
        routing.any((_, response) -> Problem.send(response, Status.NOT_FOUND_404, "another path"));
    }

    private static Conversations.Reset reset(Session session) {
        if (session.id().equals("away")) {
            throw new StoreException("the store is away", new IllegalStateException("as the test wants it"));
        }
        RESET.add(session.id() + (session.userId().isEmpty() ? "" : " of " + session.userId()));
        return new Conversations.Reset(new Decision(new Level("standard", 0, "main_flow", "continue"), Score.ofNothing(),
                false, "the session was reset", "reset"), new Sending.Queued("m-1"));
    }

    @AfterEach
    void forget() {
        RESET.clear();
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .method(method, BodyPublishers.noBody());
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path) throws Exception {
        return send("POST", path, Map.of("X-API-Key", KEY));
    }

    @Test
    void aResetIsAnsweredWithTheLevelThatTheSessionIsOn() throws Exception {
        HttpResponse<String> answer = post("/sessions/s-1/reset");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo("{\"status\":\"success\",\"sessionId\":\"s-1\",\"escalationLevel\":\"standard\","
                + "\"targetFlow\":\"main_flow\",\"targetNode\":\"continue\",\"delivery\":\"queued\","
                + "\"reason\":\"the session was reset\",\"reasonCode\":\"reset\"}");
    }

    @Test
    void anIdIsOneEscapedSegment() throws Exception {
        post("/sessions/a%20b%2F%C3%BC%3F%23%25;c+d/reset?why=done");
        assertThat(RESET).containsExactly("a b/ü?#%;c+d");
        assertThat(post("/sessions/a/b/reset").statusCode()).isEqualTo(404);
        assertThat(post("/sessions/reset").statusCode()).isEqualTo(404);
        assertThat(RESET).hasSize(1);
    }

    @Test
    void theUserIsNamedByAHeader() throws Exception {
        assertThat(send("POST", "/sessions/s-1/reset", Map.of("X-API-Key", KEY, "X-User-Id", "u/1")).statusCode())
                .isEqualTo(200);
        assertThat(RESET).containsExactly("s-1 of u/1");
        assertThat(send("POST", "/sessions/s-1/reset", Map.of("X-API-Key", KEY, "X-User-Id", "u".repeat(1_025))).body())
                .contains("a user id has at most 1024 characters");
    }

    @Test
    void anIdThatCantBeIsRefused() throws Exception {
        for (String id : List.of("%2E", "%2E%2E", "%20", "x".repeat(1_025))) {
            HttpResponse<String> refused = post("/sessions/" + id + "/reset");
            assertThat(refused.statusCode()).as(id).isEqualTo(400);
            assertThat(refused.body()).contains("\"status\":400", "the session can't be used: a session id ");
        }
        assertThat(RESET).isEmpty();
    }

    @Test
    void itNeedsTheWebhooksKey() throws Exception {
        HttpResponse<String> refused = send("POST", "/sessions/s-1/reset",
                Map.of("X-API-Key", "another-key-of-some-length"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(send("POST", "/sessions/s-1/reset", Map.of("Authorization", "Bearer " + KEY)).statusCode())
                .isEqualTo(200);
        assertThat(RESET).containsExactly("s-1");
    }

    @Test
    void anotherMethodIsRefused() throws Exception {
        HttpResponse<String> refused = send("GET", "/sessions/s-1/reset", Map.of("X-API-Key", KEY));
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void withTheStoreAwayTheCallerMayTryAgain() throws Exception {
        HttpResponse<String> away = post("/sessions/away/reset");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(away.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(away.body()).contains("the store is away, so the session was not reset: try again");
    }
}
