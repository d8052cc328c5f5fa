package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Delivered;
import simmer.spi.RoutingResult.Failed;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.Fault;

final class AnswersTest {

    private final CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);
    private final String host = "127.0.0.1:" + cognigy.port();

    @AfterEach
    void stop() {
        cognigy.close();
    }

    private RoutingResult route(String... options) {
        try (Router router = Routers.at(cognigy, options)) {
            return router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE);
        }
    }

    private RoutingResult after(Fault fault) {
        cognigy.failNext(fault);
        return route();
    }

    private static Fault.StatusWithBody json(int status, String body) {
        return new Fault.StatusWithBody(status, "application/problem+json", body);
    }

    @Test
    void aWrongKeySaysWhatToVerify() {
        assertThat(route("api-key", "another")).isEqualTo(new Failed(RoutingResult.Fault.CREDENTIALS,
                "Invalid or expired Cognigy API key. Verify the COGNIGY_API_KEY environment variable; a new key is made"
                        + " in Cognigy under API Keys."));
    }

    @Test
    void anAnswerThatEchoesTheKeyIsHandedOnWithoutIt() {
        assertThat(after(
                new Fault.StatusWithBody(200, "application/json", "{\"authorization\":\"Bearer " + Routers.KEY + "\"}")))
                .isEqualTo(new Delivered("{\"authorization\":\"Bearer ***\"}"));
    }

    @Test
    void aPortThatSpeaksNoTlsIsSaid() {
        String secure = cognigy.baseUrl().replace("http://", "https://");
        try (Router router = Routers.at(secure)) {
            assertThat(router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE)).isInstanceOfSatisfying(Failed.class,
                    failed -> assertThat(failed.message()).startsWith("Network error contacting Cognigy API at " + host
                            + ": no TLS connection, perhaps nothing there speaks TLS (")
                            .endsWith("). Is COGNIGY_DOMAIN or COGNIGY_BASE_URL right?"));
        }
    }

    @Test
    void aMissingPermissionSaysWhichToEnable() {
        assertThat(after(new Fault.Status(403))).isEqualTo(new Failed(RoutingResult.Fault.PERMISSION,
                "API key lacks Session:Write or Flow:Trigger permissions. Enable both for this key in Cognigy under API"
                        + " Keys."));
    }

    @ParameterizedTest
    @CsvSource({"400, REJECTED", "401, CREDENTIALS", "402, REJECTED", "403, PERMISSION", "404, REJECTED", "408, UNAVAILABLE",
            "409, REJECTED", "413, REJECTED", "429, RATE_LIMIT", "500, UNAVAILABLE", "501, UNAVAILABLE", "502, UNAVAILABLE",
            "503, UNAVAILABLE", "504, UNAVAILABLE"})
    void aStatusTellsWhoMustActAndIsNotTriedAgain(int status, RoutingResult.Fault fault) {
        assertThat(after(new Fault.Status(status))).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.fault()).isEqualTo(fault);
            assertThat(failed.retryAfter()).isEmpty();
            assertThat(failed.mayHaveArrived()).isEqualTo(fault == RoutingResult.Fault.UNAVAILABLE);
        });
        assertThat(cognigy.requests()).hasSize(1);
    }

    @Test
    void aWaitThatCognigyAsksForIsHandedOn() {
        assertThat(after(new Fault.StatusWithRetryAfter(429, "60"))).isEqualTo(new Failed(RoutingResult.Fault.RATE_LIMIT,
                "Rate limit exceeded. Cognigy asks to wait 60 s. Check the tenant's throttling policies and lower the option"
                        + " requests-per-minute.")
                .retryAfter(Duration.ofSeconds(60)));
        String inAnHour = DateTimeFormatter.RFC_1123_DATE_TIME
                .format(Instant.now().plusSeconds(3600).atZone(ZoneOffset.UTC));
        assertThat(after(new Fault.StatusWithRetryAfter(503, inAnHour))).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(3500),
                        Duration.ofSeconds(3600)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "0", "1.5", "Thu, 01 Jan 1970 00:00:00 GMT"})
    void aWaitThatMakesNoSenseIsNone(String retryAfter) {
        assertThat(after(new Fault.StatusWithRetryAfter(503, retryAfter))).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.retryAfter()).isEmpty());
    }

    @Test
    void anotherStatusShowsCognigysOwnReason() {
        assertThat(after(json(404, "{\"title\":\"Not Found\",\"detail\":\"no such session\"}")))
                .isEqualTo(new Failed(RoutingResult.Fault.REJECTED,
                        "Cognigy API error 404: no such session. If the tenant has no"
                                + " such call at all, choose another dialect."));
        assertThat(after(json(409, "{\"title\":\"Conflict\"}")))
                .isEqualTo(new Failed(RoutingResult.Fault.REJECTED,
                        "Cognigy API error 409: Conflict. Does something else move this"
                                + " session, too?"));
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 410, 418, 422})
    void aStatusThatNobodyForesawSaysWhomToAsk(int status) {
        assertThat(after(new Fault.Status(status))).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.message()).startsWith("Cognigy API error " + status + ": ")
                        .endsWith(" If it stays so, ask whoever runs the tenant whether it takes such calls."));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 503, 599})
    void aFaultOfCognigysSaysWhereToLook(int status) {
        assertThat(after(new Fault.Status(status))).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.message()).startsWith("Cognigy API error " + status + ": ")
                        .endsWith(" If it lasts, look at Cognigy's status page or ask whoever runs the tenant."));
    }

    @Test
    void cognigysCodeAndTraceAreToldForItsSupport() {
        assertThat(after(json(400, "{\"title\":\"Bad Request\",\"detail\":\"no.\",\"code\":1005,\"traceId\":\"t-7\"}")))
                .isEqualTo(new Failed(RoutingResult.Fault.REJECTED, "Cognigy API error 400: no. (code 1005, traceId t-7)."
                        + " Do the level's flow and node exist in the tenant? See simmer.levels."));
        assertThat(after(json(500, "{\"title\":\"Oh\",\"traceId\":\"t-8\"}")))
                .isEqualTo(
                        new Failed(RoutingResult.Fault.UNAVAILABLE, "Cognigy API error 500: Oh (traceId t-8). If it lasts,"
                                + " look at Cognigy's status page or ask whoever runs the tenant."));
        assertThat(after(json(402, "{\"title\":\"Payment Required\",\"code\":\"1009\"}")))
                .isEqualTo(new Failed(RoutingResult.Fault.REJECTED, "Cognigy API error 402: Payment Required (code 1009)."
                        + " The tenant's licence or quota is used up: ask whoever runs it."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<h1>nothing here</h1>", "[]", "\"text\"", "{}", "{\"detail\":7}", "{\"detail\":\" \"}", ""})
    void aReasonThatIsNoneOfCognigysIsNotShown(String body) {
        assertThat(after(json(404, body)))
                .isEqualTo(new Failed(RoutingResult.Fault.REJECTED, "Cognigy API error 404: it gave no reason. If the tenant"
                        + " has no such call at all, choose another dialect."));
    }

    @Test
    void aReasonIsOneShortLine() {
        assertThat(after(json(400, "{\"detail\":\"a\\r\\nb\\u001b[31mc\\u202ed\\u2028e" + "😀".repeat(300) + "\"}")))
                .isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.message())
                        .startsWith("Cognigy API error 400: a b [31mc d e😀").contains("😀… Do the level's flow")
                        .satisfies(it -> assertThat(it.codePoints().limit(it.codePointCount(0, it.indexOf('…') + 1)).count())
                                .isEqualTo(23 + 200)));
    }

    @Test
    void aReasonThatQuotesTheKeyHidesIt() {
        assertThat(after(json(400, "{\"detail\":\"bad header: Bearer " + Routers.KEY + "\"}"))).isEqualTo(
                new Failed(RoutingResult.Fault.REJECTED, "Cognigy API error 400: bad header: Bearer ***."
                        + " Do the level's flow and node exist in the tenant? See simmer.levels."));
    }

    @Test
    void noBodyIsAnAnswerToo() {
        assertThat(after(new Fault.EmptyBody())).isEqualTo(new Delivered(""));
        assertThat(after(json(204, ""))).isEqualTo(new Delivered(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1, 2]", "\"moved\"", "null", " {\"a\":1}\n"})
    void anyJsonIsAnAnswer(String body) {
        assertThat(after(json(200, body))).isEqualTo(new Delivered(body.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>Please sign in", "{", "{} {}", "{\"a\":1}x", "moved"})
    void whatIsNoJsonIsNoAnswer(String body) {
        assertThat(after(json(200, body))).isEqualTo(notJson());
    }

    @Test
    void nestingWithoutEndIsNoAnswer() {
        assertThat(after(json(200, "[".repeat(30_000)))).isEqualTo(notJson());
    }

    @Test
    void aLoginPageIsNoAnswer() {
        assertThat(after(new Fault.Rubbish())).isEqualTo(notJson());
    }

    private Failed notJson() {
        return new Failed(RoutingResult.Fault.UNINTELLIGIBLE, "Cognigy API at " + host
                + " answered 200, but not JSON. Is COGNIGY_DOMAIN or COGNIGY_BASE_URL right?");
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        cognigy.failNext(new Fault.EndlessBody(1000, Duration.ZERO, 1 << 20));
        assertThat(route("max-answer-bytes", "2048")).isEqualTo(new Failed(RoutingResult.Fault.UNINTELLIGIBLE,
                "Cognigy API at " + host
                        + " answered more than 2048 bytes. Is COGNIGY_DOMAIN or COGNIGY_BASE_URL right?"));
    }

    @Test
    void anAnswerThatDribblesEndsWithTheTimeGiven() {
        cognigy.failNext(new Fault.EndlessBody(1, Duration.ofMillis(10), 60_000));
        try (Router router = Routers.at(cognigy)) {
            long start = System.nanoTime();
            RoutingResult result = router.route(Routers.SESSION, Routers.DECISION, Duration.ofMillis(300));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            assertThat(result).isEqualTo(new Failed(RoutingResult.Fault.TIMEOUT,
                    "Cognigy API at " + host + " did not answer within 300 ms. If it is only slow, give it more time:"
                            + " simmer.answer-within while a webhook waits, simmer.delivery.call-within when none does."));
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (CognigyStandIn elsewhere = CognigyStandIn.start(Routers.KEY)) {
            cognigy.failNext(new Fault.Redirect(elsewhere.baseUrl() + "/sessions/s-1/update"));

            assertThat(route()).isEqualTo(new Failed(RoutingResult.Fault.REJECTED, "Cognigy API error 307: " + host
                    + " redirects elsewhere, which is never followed."
                    + " Is COGNIGY_DOMAIN or COGNIGY_BASE_URL right?"));
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void afterAnyFaultTheNextCallWorks() {
        try (Router router = Routers.at(cognigy)) {
            for (Fault fault : new Fault[]{new Fault.Rubbish(), new Fault.EmptyBody(), new Fault.Status(500),
                    new Fault.EndlessBody(40_000, Duration.ZERO, 200_000), new Fault.Redirect("http://127.0.0.1:1/")}) {
                cognigy.failNext(fault);
                router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE);
                assertThat(router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE)).as("after %s", fault)
                        .isInstanceOf(Delivered.class);
            }
        }
    }
}
