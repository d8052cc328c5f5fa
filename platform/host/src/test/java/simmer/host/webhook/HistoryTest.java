package simmer.host.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import io.helidon.http.HeaderNames;
import io.helidon.webclient.http1.Http1Client;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.host.boot.Simmer;
import simmer.host.configuration.ConfigurationException;
import simmer.host.fixture.Home;

/** {@code simmer.webhook.history: fetch}, over HTTP; the router knows of one turn, 0.4, in every session but a few. */
final class HistoryTest {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Simmer simmer;
    private Http1Client client;

    private Home home() throws IOException {
        return new Home(folder).with("  router:", "  webhook: {history: fetch}\n  router:");
    }

    @BeforeEach
    void start() throws IOException {
        simmer = Simmer.start(home().installation());
        client = Http1Client.builder().baseUri("http://127.0.0.1:" + simmer.port()).build();
    }

    @AfterEach
    void stop() {
        client.closeResource();
        simmer.close();
    }

    private JsonObject say(String payload) {
        return client.post(Webhook.PATH).header(HeaderNames.CONTENT_TYPE, "application/json")
                .submit(payload.replace('\'', '"'), JsonObject.class).entity();
    }

    @Test
    void whatThePayloadDoesNotTellIsReadOnce() {
        assertThat(say("{'sessionId': 's-1', 'text': '0.1'}").getJsonArray("turns")).hasSize(2);
        assertThat(say("{'sessionId': 's-1', 'text': '0.2'}").getJsonArray("turns")).hasSize(3);
        assertThat(metrics()).contains("simmer_history_reads_total{outcome=\"read\"");
    }

    @Test
    void whatThePayloadTellsIsEnough() {
        assertThat(say("{'session': {'id': 's-2', 'history': []}, 'userInput': '0.1'}").getJsonArray("turns")).hasSize(1);
        assertThat(say("{'sessionId': 's-3', 'text': '0.1', 'transcript': []}").getJsonArray("turns")).hasSize(1);
    }

    @Test
    void whereItCantBeReadTheRestDecidesAndTheReasonSaysSo() {
        JsonObject answer = say("{'sessionId': 'unread', 'text': '0.5'}");
        assertThat(answer.getString("status")).isEqualTo("success");
        assertThat(answer.getBoolean("degraded")).isFalse();
        assertThat(answer.getString("escalationLevel")).isEqualTo("supervisor");
        assertThat(answer.getString("reason")).isEqualTo("score 0.50 is at or over supervisor (0.35); what was said before"
                + " could not be read: Cognigy API error 404");
        assertThat(say("{'sessionId': 'unread', 'text': '0.5'}").getString("reason")).as("asked once")
                .isEqualTo("score 0.50 is at or over supervisor (0.35)");
        assertThat(metrics()).contains("simmer_history_reads_total{outcome=\"unavailable\"");
    }

    @Test
    void aRouterThatBreaksItsPromiseCostsTheHistoryOnly() {
        assertThat(say("{'sessionId': 'broken', 'text': '0.1'}").getString("reason")).contains("router scripted failed");
        long begun = System.nanoTime();
        assertThat(say("{'sessionId': 'stuck', 'text': '0.1'}").get("frustrationScore")).hasToString("0.1000");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void withoutAMemoryItCouldNotBeOnceASession() {
        assertThatThrownBy(() -> Simmer.start(home().with("  router:", "  session: {remember: false}\n  router:")
                .installation())).isInstanceOf(ConfigurationException.class).hasMessageContaining("simmer.webhook.history")
                .hasMessageContaining("is 'fetch', which is once a session: set simmer.session.remember to true");
    }

    private String metrics() {
        Http1Client admin = Http1Client.builder().baseUri("http://127.0.0.1:" + simmer.administrationPort()).build();
        try {
            return admin.get("/observe/metrics").request(String.class).entity();
        } finally {
            admin.closeResource();
        }
    }
}
