package simmer.host.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import io.helidon.http.HeaderNames;
import io.helidon.metrics.api.Metrics;
import io.helidon.webclient.api.ClientResponseTyped;
import io.helidon.webclient.http1.Http1Client;
import io.helidon.webclient.http1.Http1ClientRequest;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.testing.junit5.ServerTest;
import io.helidon.webserver.testing.junit5.SetUpRoute;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import simmer.host.access.Access;
import simmer.host.admin.Meters;
import simmer.host.decision.Levels;
import simmer.host.delivery.Backoff;
import simmer.host.delivery.DeliveryPolicy;
import simmer.host.delivery.Dispatcher;
import simmer.host.delivery.Time;
import simmer.host.fixture.MemoryStore;
import simmer.host.fixture.NewestScoringProvider;
import simmer.host.fixture.NumbersModelProvider;
import simmer.host.fixture.PlainPolicy;
import simmer.host.fixture.ScriptedRouterProvider;
import simmer.host.fixture.Untold;
import simmer.host.handover.Desk;
import simmer.host.handover.Handovers;
import simmer.host.pipeline.History;
import simmer.host.pipeline.Pipeline;
import simmer.host.pipeline.Rooms;
import simmer.host.pipeline.SessionSettlement;
import simmer.host.rules.Repeats;
import simmer.host.rules.Rules;
import simmer.host.scoring.ConversationScorer;
import simmer.host.scoring.ReadingLimits;
import simmer.host.session.Conversations;
import simmer.host.session.Memory;
import simmer.host.session.TurnKeys;
import simmer.host.store.Store;
import simmer.host.webhook.shapes.CurrentTurn;
import simmer.spi.Level;
import simmer.spi.SentimentModel;

/** The contract's sentences on the webhook, each over HTTP. The answer has a second: within 900 ms it must be made. */
@ServerTest
final class WebhookTest {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);
    private static final SentimentModel MODEL = new NumbersModelProvider().create(options(), "numbers");

    private static final Store STORE = new MemoryStore();
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofHours(1), 0.5);
    private static final DeliveryPolicy POLICY = new DeliveryPolicy(3, BACKOFF, BACKOFF, 50, Duration.ofDays(1),
            Duration.ofSeconds(5), 8, Duration.ofMinutes(5), 100, Duration.ofSeconds(1), false, Duration.ofSeconds(5));

    private static @Nullable Dispatcher dispatcher;
    private static @Nullable Pipeline pipeline;

    private final Http1Client client;

    WebhookTest(Http1Client client) {
        this.client = client;
    }

    private static Config options() {
        return Config.just(ConfigSources.create(Map.of("languages.0", "en", "threads", "2",
                "path", Path.of("").toAbsolutePath().toString())));
    }

    @SetUpRoute
    static void route(HttpRouting.Builder routing) {
        Levels levels = new Levels(List.of(new Level("standard", 0, "main_flow", "continue"),
                new Level("supervisor", 0.35, "supervisor_escalation", "start"),
                new Level("manager", 0.65, "manager_escalation", "start")));
        Meters meters = new Meters(Metrics.createMeterRegistry());
        ConversationScorer scorer = ConversationScorer.cold(MODEL,
                new NewestScoringProvider().create(Config.empty(), "newest"),
                new ReadingLimits(ANSWER_WITHIN, 10_000, 1_000_000));
        Conversations conversations = new Conversations(STORE.sessions(), PlainPolicy.of(levels),
                new Memory(true, 200, 8, Duration.ofSeconds(30), false), new TurnKeys("", "numbers"));
        dispatcher = new Dispatcher(new ScriptedRouterProvider().create(Config.empty(), "scripted"), STORE, POLICY,
                new SessionSettlement(conversations), meters, Untold.SCENES, Time.ofMachine());
        pipeline = new Pipeline(new Rooms(scorer, Rules.of(List.of(), List.of()), new Repeats(List.of()), dispatcher,
                new Handovers("standard", Map.of("supervisor", new Desk("complaints", 5)), true), History.PAYLOAD),
                conversations, meters, Time.ofMachine(), ANSWER_WITHIN);
        new Webhook(pipeline, meters, Access.with(List.of()),
                new Webhook.Bounds(65_536, 16, 200, ANSWER_WITHIN), CurrentTurn.COUNTED, true).route(routing);
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(pipeline).close();
        Objects.requireNonNull(dispatcher).close();
        MODEL.close();
    }

    private Http1ClientRequest request() {
        return client.post(Webhook.PATH).header(HeaderNames.CONTENT_TYPE, "application/json");
    }

    private JsonObject answer(String payload) {
        ClientResponseTyped<JsonObject> response = request().submit(payload, JsonObject.class);
        assertThat(response.status().code()).isEqualTo(200);
        assertThat(response.headers().contentType().orElseThrow().text()).startsWith("application/json");
        return response.entity();
    }

    private JsonObject problem(int status, String payload) {
        ClientResponseTyped<String> response = request().submit(payload, String.class);
        return problem(status, response);
    }

    private static JsonObject problem(int status, ClientResponseTyped<String> response) {
        assertThat(response.status().code()).isEqualTo(status);
        assertThat(response.headers().contentType().orElseThrow().text()).isEqualTo("application/problem+json");
        JsonObject problem = Json.createReader(new StringReader(response.entity())).readObject();
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("type")).isEqualTo("about:blank");
        assertThat(problem.getString("title")).isNotBlank();
        return problem;
    }

    private static String payload(String session, String userInput) {
        return "{\"session\":{\"id\":\"" + session + "\"},\"userInput\":\"" + userInput + "\"}";
    }

    private static String history(String session, List<String> history) {
        return "{\"session\":{\"id\":\"" + session + "\",\"history\":["
                + String.join(",", history.stream().map(text -> "{\"userInput\":\"" + text + "\"}").toList()) + "]}}";
    }

    @Test
    void theTutorialsFieldsAndOursAreThere() {
        JsonObject answer = answer("""
                {"session": {"id": "s-1", "history": [{"userInput": "0.2"}]}, "userInput": "0.51235", "platform": "webchat",
                 "language": "en", "unknown": [1, {"x": null}]}""");
        assertThat(answer.keySet()).containsExactly("status", "escalationLevel", "frustrationScore", "targetFlow",
                "targetNode",
                "cognigyApiResult", "sessionId", "decidedLevel", "delivery", "degraded", "reason", "reasonCode", "handover",
                "turns");
        assertThat(answer.getString("status")).isEqualTo("success");
        assertThat(answer.getString("escalationLevel")).isEqualTo("supervisor");
        assertThat(answer.get("frustrationScore")).hasToString("0.5124");
        assertThat(answer.getString("targetFlow")).isEqualTo("supervisor_escalation");
        assertThat(answer.getString("targetNode")).isEqualTo("start");
        assertThat(answer.getJsonObject("cognigyApiResult").getString("moved")).isEqualTo("supervisor");
        assertThat(answer.getString("sessionId")).isEqualTo("s-1");
        assertThat(answer.getString("decidedLevel")).isEqualTo("supervisor");
        assertThat(answer.getString("delivery")).isEqualTo("delivered");
        assertThat(answer.getBoolean("degraded")).isFalse();
        assertThat(answer.getString("reason")).isEqualTo("score 0.51 is at or over supervisor (0.35)");
        assertThat(answer.getJsonObject("handover")).hasToString("""
                {"level":"supervisor","reason":"score 0.51 is at or over supervisor (0.35)","reasonCode":"score_reached",\
                "skill":"complaints","priority":5,"trend":"rising","turns":2,"language":"en",\
                "worstTurn":{"place":2,"frustration":0.5124,"text":"0.51235"}}""");
        assertThat(answer.getJsonArray("turns")).hasToString("""
                [{"text":"0.2","negative":0.2000,"frustration":0.2000,"weight":0.0,"share":0.0},\
                {"text":"0.51235","negative":0.5124,"frustration":0.5124,"weight":1.0,"share":1.0}]""");
    }

    @Test
    void whatMayBeAbsentMayAlsoBeNullOrEmpty() {
        for (String payload : List.of("{\"session\":{\"id\":\"e\"}}",
                "{\"session\":{\"id\":\"e\",\"history\":null},\"userInput\":null,\"platform\":null,\"language\":null}",
                "{\"session\":{\"id\":\"e\",\"history\":[]},\"userInput\":\"\",\"platform\":\"\",\"language\":\"\"}",
                "{\"session\":{\"id\":\"e\",\"history\":[{},null,{\"userInput\":null},{\"userInput\":\"  \"}]},\"userInput\":\" \"}")) {
            JsonObject answer = answer(payload);
            assertThat(answer.getString("status")).isEqualTo("success");
            assertThat(answer.get("frustrationScore")).hasToString("0.0000");
            assertThat(answer.getString("reason")).isEqualTo("nothing was said");
            assertThat(answer.getString("delivery")).isEqualTo("unchanged");
            assertThat(answer.get("cognigyApiResult")).isEqualTo(JsonValue.NULL);
            assertThat(answer.getJsonArray("turns")).isEmpty();
        }
    }

    @Test
    void theCurrentTurnCountsOnceEvenIfTheHistoryEndsWithIt() {
        JsonObject answer = answer(
                """
                        {"session": {"id": "once", "history": [{"userInput": "0.1"}, {"userInput": " 0.2 "}]}, "userInput": "0.2"}""");
        assertThat(answer.getJsonArray("turns")).hasSize(2);
    }

    @Test
    void theNewestTwoHundredTurnsCount() {
        List<String> history = Collections.nCopies(250, "0.1");
        assertThat(answer(history("many", history)).getJsonArray("turns")).hasSize(200);
    }

    @Test
    void theSharesOfTheTurnsSumToOne() {
        double sum = answer(history("shares", List.of("0.1", "0.4", "0.2"))).getJsonArray("turns")
                .getValuesAs(JsonObject.class).stream().map(turn -> turn.getJsonNumber("share"))
                .mapToDouble(JsonNumber::doubleValue).sum();
        assertThat(sum).isEqualTo(1, within(1e-9));
    }

    @Test
    void theSameLevelAgainSendsNothing() {
        assertThat(answer(payload("again", "0.5")).getString("delivery")).isEqualTo("delivered");
        JsonObject second = answer(payload("again", "0.6"));
        assertThat(second.getString("delivery")).isEqualTo("unchanged");
        assertThat(second.get("cognigyApiResult")).isEqualTo(JsonValue.NULL);
        assertThat(second.getString("escalationLevel")).isEqualTo("supervisor");
        assertThat(answer(payload("again", "0.1")).getString("delivery")).as("calm again").isEqualTo("delivered");
    }

    @Test
    void whatCognigyDidNotTakeIsAnErrorAndTheLevelFromBeforeHolds() {
        JsonObject answer = answer(payload("refused", "0.9"));
        assertThat(answer.getString("status")).isEqualTo("error");
        assertThat(answer.getString("message")).isEqualTo("Invalid or expired Cognigy API key.");
        assertThat(answer.getString("escalationLevel")).isEqualTo("standard");
        assertThat(answer.getString("decidedLevel")).isEqualTo("manager");
        assertThat(answer.getString("delivery")).isEqualTo("failed");
        assertThat(answer.get("frustrationScore")).hasToString("0.9000");
        assertThat(answer.getBoolean("degraded")).isFalse();

        assertThat(answer(payload("refused-manager", "0.5")).getString("escalationLevel")).isEqualTo("supervisor");
        JsonObject worse = answer(payload("refused-manager", "0.9"));
        assertThat(worse.getString("escalationLevel")).as("the level that holds").isEqualTo("supervisor");
        assertThat(worse.getString("decidedLevel")).isEqualTo("manager");
        assertThat(worse.getString("delivery")).as("kept").isEqualTo("queued");
        assertThat(worse.getString("message")).isEqualTo("Cognigy API error 503");
    }

    @Test
    void aRouterThatRepliesHasNothingToSend() {
        JsonObject answer = answer(payload("replied", "0.9"));
        assertThat(answer.getString("status")).isEqualTo("success");
        assertThat(answer.getString("delivery")).isEqualTo("unchanged");
        assertThat(answer.getString("escalationLevel")).isEqualTo("manager");
        assertThat(answer.get("cognigyApiResult")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void whatCognigyAnsweredIsHandedOnAsItIs() {
        assertThat(answer(payload("silent", "0.9")).get("cognigyApiResult")).isEqualTo(JsonValue.NULL);
        assertThat(answer(payload("rubbish", "0.9")).getString("cognigyApiResult")).isEqualTo("<html>");
    }

    @Test
    void aRouterThatFailsOrHangsCostsTheDeliveryOnly() {
        assertThat(answer(payload("broken", "0.9")).getString("message"))
                .isEqualTo("router scripted failed: see the log and report it to the plugin's author");
        long begun = System.nanoTime();
        JsonObject stuck = answer(payload("stuck", "0.9"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ANSWER_WITHIN.plusMillis(500));
        assertThat(stuck.getString("status")).isEqualTo("error");
        assertThat(stuck.getString("delivery")).isEqualTo("queued");
        assertThat(stuck.getString("decidedLevel")).isEqualTo("manager");
    }

    @Test
    void withoutAScoreTheAnswerIsDegradedAndNothingIsSent() {
        long begun = System.nanoTime();
        assertDegraded(answer(payload("hung", "hangs")), "the model took longer than the answer may");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ANSWER_WITHIN.plusMillis(500));
        assertDegraded(answer(payload("failed", "fails")), "model numbers failed");
        assertDegraded(answer(payload("careless", "breaks")), "model numbers failed");
        assertDegraded(answer("{\"session\":{\"id\":\"de\"},\"userInput\":\"0.9\",\"language\":\"de-AT\"}"),
                "the model does not read the conversation's language: it reads en");
    }

    private static void assertDegraded(JsonObject answer, String reason) {
        assertThat(answer.getString("status")).isEqualTo("error");
        assertThat(answer.get("frustrationScore")).isEqualTo(JsonValue.NULL);
        assertThat(answer.getBoolean("degraded")).isTrue();
        assertThat(answer.getString("reason")).isEqualTo(reason);
        assertThat(answer.getString("message")).isEqualTo(reason);
        assertThat(answer.getString("delivery")).isEqualTo("unchanged");
        assertThat(answer.get("cognigyApiResult")).isEqualTo(JsonValue.NULL);
        assertThat(answer.getString("escalationLevel")).isEqualTo("standard");
    }

    @Test
    void languageTagsAreReadAsCognigyWritesThem() {
        for (String language : List.of("en", "EN", "en-GB", "en_US")) {
            assertThat(answer("{\"session\":{\"id\":\"l\"},\"userInput\":\"0.1\",\"language\":\"" + language + "\"}")
                    .getBoolean("degraded")).as(language).isFalse();
        }
    }

    @Test
    void aMissingSessionIdIsABadRequest() {
        for (String payload : List.of("{}", "{\"session\":null}", "{\"session\":{}}", "{\"session\":{\"id\":null}}",
                "{\"session\":{\"id\":\"\"}}", "{\"session\":{\"id\":\"  \"},\"userInput\":\"x\"}")) {
            assertThat(problem(400, payload).getString("detail")).as(payload).isEqualTo("Missing session ID in payload");
        }
    }

    @Test
    void aSessionIdThatNoPathCanAddressIsABadRequest() {
        for (String id : List.of(".", "..", "\\ud800", "x".repeat(1_025))) {
            assertThat(problem(400, payload(id, "0.1")).getString("pointer")).as(id).isEqualTo("/session/id");
        }
        for (String id : List.of("a/b", "a b", "...", "ü€😀", "a?b#c%2F+", "x".repeat(1_024))) {
            assertThat(answer(payload(id, "0.1")).getString("sessionId")).isEqualTo(id);
        }
    }

    @Test
    void aWrongTypeIsNamedByItsPointer() {
        assertWrongType("7", "", "the body must be an object or an array, is number");
        assertWrongType("{\"session\":\"s\"}", "/session", "/session must be an object, is string");
        assertWrongType("{\"session\":{\"id\":7}}", "/session/id", "/session/id must be a string, is number");
        assertWrongType("{\"session\":{\"id\":\"s\",\"history\":{}}}", "/session/history",
                "/session/history must be an array, is object");
        assertWrongType("{\"session\":{\"id\":\"s\",\"history\":[{},\"x\"]}}", "/session/history/1",
                "/session/history/1 must be an object, is string");
        assertWrongType("{\"session\":{\"id\":\"s\",\"history\":[{\"userInput\":[]}]}}", "/session/history/0/userInput",
                "/session/history/0/userInput must be a string, is array");
        assertWrongType("{\"session\":{\"id\":\"s\"},\"userInput\":true}", "/userInput",
                "/userInput must be a string, is true");
        assertWrongType("{\"session\":{\"id\":\"s\"},\"language\":1}", "/language", "/language must be a string, is number");
    }

    private void assertWrongType(String payload, String pointer, String detail) {
        JsonObject problem = problem(400, payload);
        assertThat(problem.getString("detail")).isEqualTo(detail);
        assertThat(problem.getString("pointer")).isEqualTo(pointer);
    }

    @Test
    void malformedJsonIsNamedByItsPointer() {
        JsonObject problem = problem(400, "{\"session\":{\"id\":\"s\",\n\"history\":[{\"userInput\": oops}]}}");
        assertThat(problem.getString("pointer")).isEqualTo("/session/history/0/userInput");
        assertThat(problem.getString("detail"))
                .startsWith("/session/history/0/userInput is malformed JSON, at line 2, column ");
        assertThat(problem(400, "{\"session\":{\"id\":\"s\"").getString("detail"))
                .endsWith("ends in the middle of its JSON");
        assertThat(problem(400, "{\"session\":{\"id\":\"s\"}} {}").getString("detail")).startsWith("the body is malformed");
        assertThat(problem(400, "{\"session\":{\"id\":\"s\",\"id\":\"t\"}}").getString("detail"))
                .isEqualTo("/session/id stands there twice");
        assertThat(problem(400, "").getString("detail")).startsWith("the body is empty");
        assertThat(problem(400, "nonsense").getString("detail")).startsWith("the body is malformed JSON");
    }

    @Test
    void fieldsThatNobodyReadsCostNothing() {
        String numbers = "[" + "9,".repeat(5_000) + "1e99999999999," + "7".repeat(2_000) + "]";
        assertThat(answer("{\"session\":{\"id\":\"numbers\"},\"x\":" + numbers + "}").getString("status"))
                .isEqualTo("success");
        String arrays = "{\"session\":{\"id\":\"arrays\"},\"x\":[" + "[],".repeat(21_000) + "[]]}";
        assertThat(answer(arrays).getString("status")).isEqualTo("success");
        long begun = System.nanoTime();
        assertThat(answer(arrays).getString("status")).isEqualTo("success");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("64 KiB of empty arrays").isLessThan(ANSWER_WITHIN);
    }

    @Test
    void deepNestingIsRefusedWhereItBegins() {
        String deep = "{\"session\":{\"id\":\"s\"},\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        assertThat(problem(400, deep).getString("detail")).endsWith("is nested deeper than 16 levels");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        ClientResponseTyped<String> response = request()
                .submit(new byte[]{'{', '"', (byte) 0xFF, '"', ':', '1', '}'}, String.class);
        assertThat(problem(400, response).getString("detail")).isEqualTo("the body is not UTF-8");
    }

    @Test
    void anotherMediaTypeIsRefusedWithWhatToChoose() {
        for (String type : List.of("application/x-www-form-urlencoded", "text/plain", "application/json; charset=latin1")) {
            ClientResponseTyped<String> response = client.post(Webhook.PATH).header(HeaderNames.CONTENT_TYPE, type)
                    .submit(payload("s", "0.9"), String.class);
            assertThat(problem(415, response).getString("detail")).as(type).containsAnyOf("choose JSON", "send UTF-8");
        }
        assertThat(answer(payload("charset", "0.1")).getString("status")).isEqualTo("success");
    }

    @Test
    void aBodyOverItsBoundIsRefusedWhetherAnnouncedOrNot() {
        String large = "{\"session\":{\"id\":\"s\"},\"x\":\"" + "x".repeat(65_536) + "\"}";
        assertThat(problem(413, large).getString("detail")).startsWith("the body is over 65536 bytes");
        ClientResponseTyped<String> chunked = request().outputStream(out -> {
            try (out) {
                out.write(large.getBytes(StandardCharsets.UTF_8));
            }
        }, String.class);
        assertThat(problem(413, chunked).getString("detail")).startsWith("the body is over 65536 bytes");
        String largest = payload("largest", "0.1");
        assertThat(answer(largest + " ".repeat(65_536 - largest.length())).getString("status")).isEqualTo("success");
    }

    @Test
    void otherPathsAndMethodsAreProblemsToo() {
        ClientResponseTyped<String> get = client.get(Webhook.PATH).request(String.class);
        problem(405, get);
        assertThat(get.headers().get(HeaderNames.ALLOW).get()).isEqualTo("POST");
        assertThat(problem(404, client.get("/webhook").request(String.class)).getString("detail"))
                .isEqualTo("the webhook is at /webhook/sentiment-escalation");
    }
}
