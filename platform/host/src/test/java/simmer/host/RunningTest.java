package simmer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.host.boot.Simmer;
import simmer.host.fixture.Home;

/** A whole host over HTTP: keys, ports, health, metrics, what it logs. */
final class RunningTest {

    private static final String KEY = "a-key-of-twenty-letters";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final HttpClient client = HttpClient.newHttpClient();

    private Home home() throws IOException {
        return new Home(folder);
    }

    private HttpResponse<String> say(Simmer simmer, String session, String text, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + simmer.port() + "/webhook/sentiment-escalation"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(
                        "{\"session\":{\"id\":\"" + session + "\"},\"userInput\":\"" + text + "\"}"));
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                BodyHandlers.ofString());
    }

    @Test
    void healthAndMetricsAreOnTheAdministrationPortOnly() throws Exception {
        try (Simmer simmer = Simmer.start(home().installation())) {
            int admin = simmer.administrationPort();
            Map<String, Double> before = metrics(admin);
            say(simmer, "s-1", "0.5", Map.of());
            say(simmer, "s-2", "fails", Map.of());
            say(simmer, "..", "0.5", Map.of());
            assertThat(get(admin, "/observe/health/live").statusCode()).isEqualTo(200);
            HttpResponse<String> ready = get(admin, "/observe/health/ready");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body()).contains("\"started\"", "\"model\"", "\"store\"");
            assertThat(get(simmer.port(), "/observe/health/live").statusCode()).isEqualTo(404);
            assertThat(get(admin, "/webhook/sentiment-escalation").statusCode()).isEqualTo(404);

            Map<String, Double> added = metrics(admin);
            added.replaceAll((name, value) -> value - before.getOrDefault(name, 0.0));
            assertThat(added).containsEntry(
                    "simmer_answers_total{delivery=\"delivered\",level=\"supervisor\",scope=\"application\",status=\"success\"}",
                    1.0)
                    .containsEntry("simmer_webhook_requests_total{scope=\"application\",status=\"200\"}", 2.0)
                    .containsEntry("simmer_webhook_requests_total{scope=\"application\",status=\"400\"}", 1.0)
                    .containsEntry("simmer_degraded_total{reason=\"failed\",scope=\"application\"}", 1.0)
                    .containsEntry("simmer_routing_retries_total{scope=\"application\"}", 1.0)
                    .containsEntry("simmer_routing_seconds_count{scope=\"application\"}", 1.0)
                    .containsEntry("simmer_router_calls_seconds_count{outcome=\"delivered\",scope=\"application\"}", 1.0)
                    .containsEntry("simmer_outbox_messages{scope=\"application\",state=\"dead\"}", 0.0)
                    .containsEntry("simmer_router_refused{scope=\"application\"}", 0.0)
                    .containsEntry("simmer_router_breaker{scope=\"application\"}", 0.0)
                    .containsEntry("simmer_scoring_seconds_count{scope=\"application\"}", 2.0)
                    .containsEntry("simmer_score_percent_bucket{scope=\"application\",le=\"45.0\"}", 0.0)
                    .containsEntry("simmer_score_percent_bucket{scope=\"application\",le=\"50.0\"}", 1.0)
                    .containsEntry("simmer_model_queue_utterances{scope=\"application\"}", 0.0);
            assertThat(get(admin, "/observe/metrics").body()).contains("simmer_store_seconds_count{operation=\"claim\"");
            assertThat(added.keySet()).noneMatch(name -> name.contains("quantile"))
                    .anyMatch(name -> name.startsWith("memory_usedHeap"));
        }
    }

    @Test
    void metricsAreTheRunningHostsAndNotAnEarlierOnes() throws Exception {
        String misses = "simmer_readings_misses_total{scope=\"application\"}";
        String kept = "simmer_readings_kept_bytes{scope=\"application\"}";
        try (Simmer earlier = Simmer.start(home().installation())) {
            say(earlier, "s-1", "0.1", Map.of());
            say(earlier, "s-2", "0.2", Map.of());
            assertThat(metrics(earlier.administrationPort())).containsEntry(misses, 2.0);
        }
        try (Simmer running = Simmer.start(home().installation())) {
            say(running, "s-3", "0.3", Map.of());
            Map<String, Double> now = metrics(running.administrationPort());
            assertThat(now).containsEntry(misses, 1.0);
            assertThat(now.get(kept)).isEqualTo(256.0);
        }
    }

    @Test
    void aKeyThatIsRefusedIsSaidByReadinessAndAMetric() throws Exception {
        try (Simmer simmer = Simmer.start(home().installation())) {
            say(simmer, "refused", "0.9", Map.of());
            assertThat(metrics(simmer.administrationPort())).containsEntry("simmer_router_refused{scope=\"application\"}",
                    1.0);
            HttpResponse<String> ready = get(simmer.administrationPort(), "/observe/health/ready");
            assertThat(ready.statusCode()).as("it goes on scoring").isEqualTo(200);
            assertThat(ready.body()).contains("\"refused\":\"Invalid or expired Cognigy API key.\"");
        }
    }

    @Test
    void aModelThatIsAwayIsSaidByReadinessMetricsAndTheAnswer() throws Exception {
        Home home = home().with("{numbers: {}}", "{numbers: {outage: the server is away}, fallback: {numbers: {}}}");
        try (Simmer simmer = Simmer.start(home.installation())) {
            int admin = simmer.administrationPort();
            String readings = "simmer_fallback_readings_total{scope=\"application\",why=\"failed\"}";
            double before = metrics(admin).getOrDefault(readings, 0.0);
            assertThat(say(simmer, "s-1", "0.9", Map.of()).body()).contains("\"status\":\"success\"",
                    "\"model\":\"fallback\"",
                    "\"frustrationScore\":0.9", "\"degraded\":false");
            assertThat(metrics(admin)).containsEntry(readings, before + 1)
                    .containsEntry("simmer_model_away{scope=\"application\"}", 1.0);
            HttpResponse<String> ready = get(admin, "/observe/health/ready");
            assertThat(ready.statusCode()).as("the fallback reads").isEqualTo(200);
            assertThat(ready.body()).contains("\"outage\":\"the server is away\"", "\"fallback\":true");
        }
    }

    @Test
    void aModelThatReadsItselfIsNotMarked() throws Exception {
        Home home = home().with("{numbers: {}}", "{numbers: {}, fallback: {numbers: {}}}");
        try (Simmer simmer = Simmer.start(home.installation())) {
            assertThat(say(simmer, "s-1", "0.9", Map.of()).body()).doesNotContain("\"model\"");
            assertThat(metrics(simmer.administrationPort())).containsEntry("simmer_model_away{scope=\"application\"}", 0.0);
        }
    }

    private Map<String, Double> metrics(int port) throws IOException, InterruptedException {
        Map<String, Double> values = new HashMap<>();
        get(port, "/observe/metrics").body().lines().filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> values.put(line.substring(0, line.lastIndexOf(' ')).replace(",}", "}"),
                        Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
        return values;
    }

    @Test
    void withKeysACallerNeedsOneOfThem() throws Exception {
        Home home = home().with("server:", "  webhook: {api-keys: [\"" + KEY + "\", another-key-of-some-length]}\nserver:");
        try (Simmer simmer = Simmer.start(home.installation())) {
            for (Map<String, String> headers : List.of(Map.<String, String>of(), Map.of("X-API-Key", "wrong"),
                    Map.of("X-API-Key", ""), Map.of("Authorization", "Bearer " + KEY + "x"))) {
                HttpResponse<String> refused = say(simmer, "s", "0.9", headers);
                assertThat(refused.statusCode()).as("%s", headers).isEqualTo(401);
                assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
                assertThat(refused.body()).doesNotContain(KEY);
            }
            for (Map<String, String> headers : List.of(Map.of("X-API-Key", KEY), Map.of("Authorization", KEY),
                    Map.of("Authorization", "Bearer " + KEY), Map.of("X-API-Key", "another-key-of-some-length"))) {
                assertThat(say(simmer, "s", "0.1", headers).statusCode()).as("%s", headers).isEqualTo(200);
            }
        }
    }

    @Test
    void aStartSaysWhatRunsAndShowsNoSecret() throws Exception {
        Logger logger = Logger.getLogger("simmer");
        Lines lines = new Lines();
        logger.addHandler(lines);
        logger.setLevel(Level.INFO);
        Home home = home().with("{numbers: {}}", "{numbers: {threads: 2, api-key: hush-hush}}");
        try (Simmer simmer = Simmer.start(home.installation())) {
            say(simmer, "s", "breaks", Map.of());
        } finally {
            logger.removeHandler(lines);
            logger.setLevel(null);
        }
        assertThat(lines.text)
                .anyMatch(line -> line.startsWith("model: numbers 1.2.3 from fixture {")
                        && line.contains("threads: 2") && line.contains("api-key: ***")
                        && line.contains("path: " + folder.resolve("conf")))
                .anyMatch(line -> line.startsWith("scoring: newest 1.2.3 from fixture {}"))
                .anyMatch(line -> line.contains("both ports are on 127.0.0.1 only"))
                .anyMatch(line -> line.startsWith("ready: http://127.0.0.1:"))
                .anyMatch(line -> line.startsWith("model numbers failed: java.lang.IllegalStateException at "));
        assertThat(String.join("\n", lines.text)).doesNotContain("hush").doesNotContain("quotes");
    }

    /** Keeps what is logged. */
    private static final class Lines extends Handler {

        private final List<String> text = Collections.synchronizedList(new ArrayList<>());
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
            text.add(formatter.formatMessage(record));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
