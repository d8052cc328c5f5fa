package simmer.testkit.cognigy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class CognigyStandInTest {

    private static final String KEY = "some-key";
    private static final String GOOD = """
            {"sessionData": {"escalationLevel": "manager", "frustrationScore": 0.81, "escalationTriggered": true},
             "flow": "manager_escalation", "node": "start"}""";

    private final CognigyStandIn cognigy = CognigyStandIn.start(KEY);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        http.close();
        cognigy.close();
    }

    private HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(cognigy.baseUrl() + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> postGood() throws IOException, InterruptedException {
        return post("/sessions/s-1/update", KEY, GOOD);
    }

    private static JsonObject json(HttpResponse<String> response) {
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }

    @Test
    void aSessionIsMovedAndTheAnswerSaysWhere() throws Exception {
        HttpResponse<String> response = post("/sessions/a%2Fb%20c+d/update", KEY, GOOD);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).getString("sessionId")).isEqualTo("a/b c+d");
        assertThat(json(response).getString("flow")).isEqualTo("manager_escalation");
        assertThat(json(response).getString("node")).isEqualTo("start");
    }

    @Test
    void eachRequestIsRecordedAsItWasOnTheWire() throws Exception {
        post("/sessions/a%2Fb/update", KEY, GOOD);

        RecordedRequest request = cognigy.requests().getFirst();
        assertThat(request).hasToString("POST /api/v1/sessions/a%2Fb/update");
        assertThat(request.session()).contains("a/b");
        assertThat(request.header("authorization")).contains("Bearer some-key");
        assertThat(request.body().orElseThrow().getString("node")).isEqualTo("start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sessions/update", "/sessions//update", "/sessions/a/b/update", "/sessions/s-1", "/other"})
    void anUnknownPathIsAnErrorInCognigysShape(String path) throws Exception {
        HttpResponse<String> response = post(path, KEY, GOOD);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(response)).containsOnlyKeys("type", "title", "status", "detail", "code", "traceId");
        assertThat(json(response).getInt("code")).isEqualTo(1002);
        assertThat(json(response).getString("title")).isEqualTo("Not Found");
    }

    @Test
    void aWrongKeyIsRefused() throws Exception {
        HttpResponse<String> response = post("/sessions/s-1/update", "another-key", GOOD);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).doesNotContain("another-key", KEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not JSON | the body must be a JSON object
            [] | the body must be a JSON object
            {} | /sessionData must be an object
            {"sessionData": {}} | /sessionData/escalationLevel must be a text that is not empty
            {"sessionData": {"escalationLevel": "m", "frustrationScore": 2}} | \
            /sessionData/frustrationScore must be a number from 0 to 1, or null
            {"sessionData": {"escalationLevel": "m", "frustrationScore": 1}} | \
            /sessionData/escalationTriggered must be true
            {"sessionData": {"escalationLevel": "m", "frustrationScore": 1, "escalationTriggered": true}} | \
            /flow must be a text that is not empty
            """)
    void aWrongBodyIsRefusedWithItsPlace(String body, String detail) throws Exception {
        HttpResponse<String> response = post("/sessions/s-1/update", KEY, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).getString("detail")).isEqualTo(detail);
    }

    @Test
    void faultsHaveTheirTurnInOrderAndThenItWorksAgain() throws Exception {
        cognigy.failNext(new Fault.Status(503), new Fault.StatusWithRetryAfter(429, "7"), new Fault.Rubbish(),
                new Fault.EmptyBody(), new Fault.Redirect("http://127.0.0.1:1/"));

        assertThat(postGood().statusCode()).isEqualTo(503);
        assertThat(postGood().headers().firstValue("Retry-After")).contains("7");
        assertThat(postGood().body()).startsWith("<!doctype html>");
        assertThat(postGood().body()).isEmpty();
        assertThat(postGood().headers().firstValue("Location")).contains("http://127.0.0.1:1/");
        assertThat(postGood().statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultForAllLastsUntilItIsLifted() throws Exception {
        cognigy.failAll(new Fault.StatusWithBody(500, "text/plain", "no"));
        assertThat(postGood().body()).isEqualTo("no");
        assertThat(postGood().body()).isEqualTo("no");
        cognigy.recover();
        assertThat(postGood().statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyWithoutEndEndsAtItsCap() throws Exception {
        cognigy.failNext(new Fault.EndlessBody(10, Duration.ZERO, 1000));
        assertThat(postGood().body()).hasSize(1000).isBlank();
    }

    @Test
    void aDelayedAnswerIsARightOne() throws Exception {
        cognigy.failNext(new Fault.Delay(Duration.ofMillis(20)));
        assertThat(postGood().statusCode()).isEqualTo(200);
    }

    @Test
    void whoWaitsForRequestsIsWokenByThem() throws Exception {
        Thread sender = Thread.ofVirtual().start(() -> {
            try {
                postGood();
                postGood();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(cognigy.awaitRequests(2, Duration.ofSeconds(20))).hasSize(2);
        sender.join();
    }

    @Test
    void aWaitForRequestsThatDoNotComeSaysHowManyCame() throws Exception {
        postGood();
        assertThatThrownBy(() -> cognigy.awaitRequests(2, Duration.ofMillis(10)))
                .isInstanceOf(IllegalStateException.class).hasMessage("waited 10 ms for 2 requests, got 1");
    }
}
