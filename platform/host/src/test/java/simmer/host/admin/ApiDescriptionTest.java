package simmer.host.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.host.boot.Simmer;
import simmer.host.fixture.Home;

/** The description holds for a running host: what it is sent as described it takes, and what it answers is described. */
final class ApiDescriptionTest {

    private static final String WEBHOOK = "/webhook/sentiment-escalation";
    private static final String RESET = "/sessions/{id}/reset";
    private static final String KEY = "a-key-of-the-description's-test";
    private static final String JSON = "application/json";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final HttpClient client = HttpClient.newHttpClient();
    private Simmer simmer;
    private ApiContract contract;

    @BeforeEach
    void start() throws Exception {
        simmer = Simmer.start(new Home(folder).with("from: 0.65,", "from: 0.65, skill: complaints, priority: 9,")
                .with("  router:", "  webhook: {api-keys: [\"" + KEY + "\"]}\n  answer: {include-text: true}\n  router:")
                .installation());
        contract = ApiContract.of(admin("/openapi").body());
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        simmer.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> admin(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simmer.administrationPort() + path)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simmer.port() + path)).header("X-API-Key", KEY);
    }

    private HttpResponse<String> post(String body, String contentType) throws IOException, InterruptedException {
        return send(request(WEBHOOK).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    private void assertDescribed(String path, String method, int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        contract.assertDescribes(path, method, status, response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    @Test
    void theDescriptionIsServedOnTheAdministrationPort() throws Exception {
        HttpResponse<String> description = admin("/openapi");
        assertThat(description.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(contract.version()).isEqualTo("3.1.0");
        assertDescribed("/openapi", "get", 200, description);
        assertThat(send(request("/openapi")).statusCode()).as("the webhook's port").isEqualTo(404);
    }

    @Test
    void everyExampleIsAsDescribedAndAnsweredAsDescribed() throws Exception {
        Map<String, String> examples = contract.examples(WEBHOOK, "post");
        assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
        for (Map.Entry<String, String> example : examples.entrySet()) {
            assertThat(contract.takes(WEBHOOK, "post", example.getValue())).as(example.getKey()).isTrue();
            assertDescribed(WEBHOOK, "post", 200, post(example.getValue(), JSON));
        }
    }

    @Test
    void everyKindOfAnswerIsDescribed() throws Exception {
        for (String text : List.of("0.1", "0.5", "0.9", "fails", "")) {
            String body = "{\"sessionId\": \"of " + text + "\", \"text\": \"" + text + "\"}";
            assertDescribed(WEBHOOK, "post", 200, post(body, JSON));
        }
        for (String session : List.of("refused", "refused-manager", "replied", "silent", "rubbish")) {
            String body = "{\"session\": {\"id\": \"" + session + "\"}, \"userInput\": \"0.9\"}";
            assertDescribed(WEBHOOK, "post", 200, post(body, JSON));
        }
    }

    @Test
    void everyRefusalIsDescribed() throws Exception {
        for (String body : List.of("", "{", "7", "{}", "{\"sessionId\": \"s\"}", "{\"session\": {\"id\": 7}}", "[]")) {
            assertDescribed(WEBHOOK, "post", 400, post(body, JSON));
            assertThat(contract.takes(WEBHOOK, "post", body)).as(body).isFalse();
        }
        assertDescribed(WEBHOOK, "post", 415, post("a=b", "application/x-www-form-urlencoded"));
        assertDescribed(WEBHOOK, "post", 413, post("x".repeat(70_000), JSON));
        assertDescribed(WEBHOOK, "post", 405, send(request(WEBHOOK)));
        assertDescribed(WEBHOOK, "post", 401,
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simmer.port() + WEBHOOK))
                        .header("Content-Type", JSON)
                        .POST(BodyPublishers.ofString("{}"))));
    }

    @Test
    void whateverIsSentIsTakenJustIfItIsDescribed() throws Exception {
        long seed = RandomGenerator.getDefault().nextLong();
        Payloads payloads = new Payloads(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        int taken = 0;
        for (int i = 0; i < 1_000; i++) {
            String body = payloads.next();
            HttpResponse<String> answer = post(body, JSON);
            boolean described = contract.takes(WEBHOOK, "post", body);
            assertThat(answer.statusCode()).as("seed %d: %s is answered %s", seed, body, answer.body())
                    .isEqualTo(described ? 200 : 400);
            assertDescribed(WEBHOOK, "post", answer.statusCode(), answer);
            taken += described ? 1 : 0;
        }
        assertThat(taken).as("seed %d", seed).isBetween(100, 900);
    }

    @Test
    void theAdministrationPortIsForReadingOnly() throws Exception {
        for (String path : List.of("/openapi", "/observe/health", "/observe/health/ready", "/observe/metrics")) {
            HttpResponse<String> refused = send(HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + simmer.administrationPort() + path)).DELETE());
            assertThat(refused.statusCode()).as(path).isEqualTo(405);
            assertThat(refused.headers().allValues("Allow")).as(path).isNotEmpty();
        }
    }

    @Test
    void aResetsAnswersAreDescribed() throws Exception {
        assertDescribed(RESET, "post", 200, send(request("/sessions/s%2F1/reset").POST(BodyPublishers.noBody())));
        assertDescribed(RESET, "post", 405, send(request("/sessions/s-1/reset")));
        assertDescribed(RESET, "post", 400, send(request("/sessions/%20/reset").POST(BodyPublishers.noBody())));
        assertDescribed(RESET, "post", 401, send(HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + simmer.port() + "/sessions/s-1/reset")).POST(BodyPublishers.noBody())));
    }

    @Test
    void healthAndMetricsAreDescribed() throws Exception {
        for (String path : List.of("/observe/health", "/observe/health/live", "/observe/health/ready", "/observe/metrics")) {
            assertDescribed(path, "get", 200, admin(path));
        }
    }
}
