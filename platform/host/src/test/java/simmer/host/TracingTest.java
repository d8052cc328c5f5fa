package simmer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.host.boot.Simmer;
import simmer.host.events.CollectorTracing;
import simmer.host.events.Tracing;
import simmer.host.fixture.Collector;
import simmer.host.fixture.Collector.Sent;
import simmer.host.fixture.Home;

/** From the caller's trace through Simmer to Cognigy's. */
final class TracingTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private static String say(Simmer simmer, String traceparent) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + simmer.port() + "/webhook/sentiment-escalation"))
                    .header("Content-Type", "application/json").header("traceparent", traceparent)
                    .POST(BodyPublishers.ofString("{\"session\":{\"id\":\"traced\"},\"userInput\":\"0.5\"}")).build(),
                    BodyHandlers.ofString()).body();
        }
    }

    @Test
    void aWebhookItsInferenceAndItsDeliveryAreSpansOfTheCallersTrace() throws Exception {
        try (Collector collector = new Collector()) {
            Home home = new Home(folder).with("server:", "  tracing: {endpoint: \"" + collector.endpoint() + "\"}\nserver:");
            String answer;
            try (Simmer simmer = Simmer.start(home.installation())) {
                answer = say(simmer, "00-" + TRACE + "-" + SPAN + "-01");
            }
            List<Sent> spans = collector.spans();
            assertThat(spans).extracting(Sent::name).containsExactlyInAnyOrder("webhook", "inference", "delivery");
            assertThat(spans).extracting(Sent::traceId).containsOnly(TRACE);
            Sent webhook = named(spans, "webhook");
            assertThat(webhook.parentId()).isEqualTo(SPAN);
            assertThat(named(spans, "inference").parentId()).isEqualTo(webhook.spanId());
            assertThat(named(spans, "delivery").parentId()).isEqualTo(webhook.spanId());
            assertThat(answer).as("what the router was handed")
                    .contains("\"traceparent\":\"00-" + TRACE + "-" + named(spans, "delivery").spanId() + "-01\"");
        }
    }

    private static Sent named(List<Sent> spans, String name) {
        return spans.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void whatIsDoneLaterIsASpanOfTheTraceThatLeftIt() throws Exception {
        try (Collector collector = new Collector()) {
            try (Tracing tracing = new CollectorTracing(collector.endpoint(), "simmer", 1)) {
                tracing.later("delivery", Optional.of("00-" + TRACE + "-" + SPAN + "-01")).close();
            }
            assertThat(collector.spans()).singleElement().satisfies(span -> {
                assertThat(span.name()).isEqualTo("delivery");
                assertThat(span.traceId()).isEqualTo(TRACE);
                assertThat(span.parentId()).isEqualTo(SPAN);
            });
        }
    }

    @Test
    void whoeverBeganATraceDecidesWhetherItIsCollected() throws Exception {
        try (Collector collector = new Collector()) {
            Home home = new Home(folder).with("server:", "  tracing: {endpoint: \"" + collector.endpoint() + "\"}\nserver:");
            try (Simmer simmer = Simmer.start(home.installation())) {
                assertThat(say(simmer, "00-" + TRACE + "-" + SPAN + "-00")).contains("\"traceparent\":\"00-" + TRACE + "-");
            }
            assertThat(collector.spans()).isEmpty();
        }
    }

    @Test
    void withoutACollectorTheCallersTraceGoesOnToCognigy() throws Exception {
        try (Simmer simmer = Simmer.start(new Home(folder).installation())) {
            assertThat(say(simmer, "00-" + TRACE + "-" + SPAN + "-01"))
                    .contains("\"traceparent\":\"00-" + TRACE + "-" + SPAN + "-01\"");
        }
    }

    @Test
    void aCollectorThatIsAwayCostsNoWebhook() throws Exception {
        Home home = new Home(folder).with("server:", "  tracing: {endpoint: \"http://127.0.0.1:1/v1/traces\"}\nserver:");
        try (Simmer simmer = Simmer.start(home.installation())) {
            assertThat(say(simmer, "00-" + TRACE + "-" + SPAN + "-01")).contains("\"status\":\"success\"");
        }
    }
}
