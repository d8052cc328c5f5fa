package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import simmer.spi.Router;
import simmer.spi.Session;
import simmer.spi.Transcript;
import simmer.spi.Transcript.Said;
import simmer.spi.Transcript.Unavailable;
import simmer.spi.Utterance;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.Fault;

@Timeout(60)
final class TranscriptTest {

    private static final String CONVERSATION = """
            [{"inputText": "second", "source": "user", "type": "input", "timestamp": "2026-11-22T10:00:02.000Z"},
             {"inputText": "how may I help", "source": "bot", "type": "output", "timestamp": "2026-11-22T10:00:01.500Z"},
             {"inputText": "  ", "source": "user", "type": "input", "timestamp": "2026-11-22T10:00:00.500Z"},
             {"source": "user", "type": "input", "timestamp": "2026-11-22T10:00:00.600Z"},
             {"inputText": "a postback", "source": "user", "type": "output", "timestamp": "2026-11-22T10:00:00.700Z"},
             {"inputText": "an agent", "source": "agent", "type": "input", "timestamp": "2026-11-22T10:00:00.800Z"},
             {"inputText": "a hint", "source": "suggestion", "type": "input", "timestamp": "2026-11-22T10:00:00.900Z"},
             7, null, {"source": 7},
             {"inputText": "first", "source": "user", "type": "input", "timestamp": "2026-11-22T10:00:01Z"}]""";

    private final CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);

    @AfterEach
    void stop() {
        cognigy.close();
    }

    private static JsonArray json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }

    private Transcript read(Spoken dialect, String... options) {
        try (Router router = dialect.at(cognigy, options)) {
            return router.transcript(Routers.SESSION, Routers.AMPLE);
        }
    }

    private String whyNotAfter(Fault fault, String... options) {
        cognigy.failNext(fault);
        assertThat(read(Spoken.CONTEXT_INJECT, options)).isInstanceOf(Unavailable.class);
        cognigy.failNext(fault);
        return ((Unavailable) read(Spoken.CONTEXT_INJECT, options)).why();
    }

    private static Said said(String... texts) {
        return new Said(List.of(texts).stream().map(Utterance::new).toList());
    }

    @Test
    void onlyWhatTheCustomerSaidIsTakenInTheOrderOfTime() {
        cognigy.converse("s-1", json(CONVERSATION));
        assertThat(read(Spoken.CONTEXT_INJECT)).isEqualTo(said("first", "second"));
        assertThat(cognigy.requests().getLast()).hasToString("GET /new/v2.0/conversations/s-1");
        assertThat(cognigy.requests().getLast().header("X-API-Key")).contains(Routers.KEY);
    }

    @Test
    void withoutTimesCognigysOrderHolds() {
        cognigy.converse("s-1", json("""
                [{"inputText": "b", "source": "user", "type": "input"},
                 {"inputText": "a", "source": "user", "type": "input", "timestamp": 1}]"""));
        assertThat(read(Spoken.STATE_INJECT)).isEqualTo(said("b", "a"));
    }

    @Test
    void timesMayBeMilliseconds() {
        cognigy.converse("s-1", json("""
                [{"inputText": "b", "source": "user", "type": "input", "timestamp": 1763805602000},
                 {"inputText": "a", "source": "user", "type": "input", "timestamp": 1763805601000}]"""));
        assertThat(read(Spoken.NOTIFY)).isEqualTo(said("a", "b"));
    }

    @Test
    void aConversationInWhichNothingWasSaidIsNoFailure() {
        cognigy.converse("s-1", JsonArray.EMPTY_JSON_ARRAY);
        assertThat(read(Spoken.CONTEXT_INJECT_WITH_OAUTH2)).isEqualTo(said());
    }

    @Test
    void anyIdIsReadAsOneSegment() {
        for (String id : List.of("a/b", "a b", "a+b", "50%", "?", "#", "😀", "x".repeat(1000))) {
            cognigy.converse(id, json("[{\"inputText\": \"hi\", \"source\": \"user\", \"type\": \"input\"}]"));
            try (Router router = Spoken.CONTEXT_INJECT.at(cognigy)) {
                assertThat(router.transcript(new Session(id, "", ""), Routers.AMPLE)).as(id).isEqualTo(said("hi"));
            }
        }
    }

    @Test
    void aSessionThatCognigyDoesNotKnowIsSaid() {
        assertThat(read(Spoken.CONTEXT_INJECT)).isInstanceOfSatisfying(Unavailable.class,
                unavailable -> assertThat(unavailable.why())
                        .startsWith("Cognigy API error 404: no such conversation (code 1002,")
                        .endsWith("Is the session one of this tenant's, and does its endpoint keep conversations?"));
    }

    @Test
    void whatIsNoConversationIsSaid() {
        assertThat(whyNotAfter(new Fault.Rubbish())).contains("answered 200, but not JSON");
        assertThat(whyNotAfter(new Fault.EmptyBody())).contains("answered no conversation");
        assertThat(whyNotAfter(new Fault.StatusWithBody(200, "application/json", "{\"items\": {}}")))
                .contains("answered no conversation: the JSON holds no list \"items\"");
        assertThat(whyNotAfter(new Fault.StatusWithBody(200, "application/json", "[]")))
                .contains("answered no conversation");
        assertThat(whyNotAfter(new Fault.StatusWithBody(200, "application/json", "{\"items\": [")))
                .contains("answered 200, but not JSON");
        assertThat(whyNotAfter(new Fault.Status(403))).startsWith("Cognigy does not let the holder of the key read");
        assertThat(whyNotAfter(new Fault.Status(500))).startsWith("Cognigy API error 500");
    }

    @Test
    void aConversationWithoutEndIsCutOff() {
        assertThat(whyNotAfter(new Fault.EndlessBody(64_000, Duration.ZERO, 10 << 20)))
                .contains("answered more than 1048576 bytes");
        assertThat(whyNotAfter(new Fault.EndlessBody(1_000, Duration.ZERO, 10 << 20), "max-conversation-bytes", "2048"))
                .contains("answered more than 2048 bytes");
    }

    @Test
    void aSlowConversationEndsWithTheTimeGiven() {
        cognigy.failNext(new Fault.Delay(Duration.ofMinutes(1)));
        try (Router router = Spoken.CONTEXT_INJECT.at(cognigy, "read-timeout", "PT1M")) {
            assertThat(router.transcript(Routers.SESSION, Duration.ofMillis(200))).isEqualTo(
                    new Unavailable("Cognigy API at 127.0.0.1:" + cognigy.port()
                            + " did not answer within 200 ms. If it is only slow, give it"
                            + " more time: simmer.answer-within while a webhook waits, simmer.delivery.call-within when none does."));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theDialectReplyReadsIfItIsToldWhere(boolean told) {
        cognigy.converse("s-1", json("[{\"inputText\": \"hi\", \"source\": \"user\", \"type\": \"input\"}]"));
        Map<String, String> environment = told
                ? Map.of("COGNIGY_BASE_URL", cognigy.rootUrl(), "COGNIGY_API_KEY", Routers.KEY)
                : Map.of();
        try (Router router = Routers.create(Map.of("dialect", "reply"), environment)) {
            assertThat(router.transcript(Routers.SESSION, Routers.AMPLE)).isEqualTo(told
                    ? said("hi")
                    : new Unavailable("The dialect reply calls nobody and needs nothing; to read conversations too, set"
                            + " COGNIGY_BASE_URL and COGNIGY_API_KEY."));
        }
    }

    @Test
    void whoHasNoCallForItSaysSo() {
        assertThat(read(Spoken.SESSION_UPDATE)).isEqualTo(new Unavailable(
                "The dialect session-update has no call that reads a conversation: choose another one."));
        assertThat(read(Spoken.NOTIFY, "authentication", "none")).isEqualTo(
                new Unavailable("To read conversations, set COGNIGY_BASE_URL and COGNIGY_API_KEY."));
        assertThat(cognigy.requests()).isEmpty();
    }
}
