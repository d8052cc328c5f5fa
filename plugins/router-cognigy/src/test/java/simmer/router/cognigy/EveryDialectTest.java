package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import simmer.spi.Router;
import simmer.spi.RouterTraits;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Delivered;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.Session;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.Fault;
import simmer.testkit.cognigy.RecordedRequest;

/** What is the same whatever the dialect: good and bad answers, and ids of any kind. */
@Timeout(60)
final class EveryDialectTest {

    private static final String SHOULD_WAIT = "Rate limit exceeded. Cognigy asks to wait ";

    private final CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);

    @AfterEach
    void stop() {
        cognigy.close();
    }

    private RoutingResult route(Spoken dialect, String... options) {
        try (Router router = dialect.at(cognigy, options)) {
            return router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE);
        }
    }

    /** The fault meets the call itself, not the request for a token before it. */
    private RoutingResult after(Spoken dialect, Fault fault, String... options) {
        try (Router router = dialect.at(cognigy, options)) {
            assertThat(router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE)).isInstanceOf(Delivered.class);
            cognigy.failNext(fault);
            return router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE);
        }
    }

    private static Fault json(int status, String body) {
        return new Fault.StatusWithBody(status, "application/problem+json", body);
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionIsDelivered(Spoken dialect) {
        assertThat(route(dialect)).isInstanceOf(Delivered.class);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CONTEXT_INJECT_WITH_OAUTH2")
    void aWrongKeySaysWhatToVerify(Spoken dialect) {
        assertThat(route(dialect, "api-key", "another")).isEqualTo(new Failed(RoutingResult.Fault.CREDENTIALS,
                "Invalid or expired Cognigy API key. Verify the COGNIGY_API_KEY environment variable; a new key is made in"
                        + " Cognigy under API Keys."));
        assertThat(cognigy.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingPermissionSaysWhoMustGiveIt(Spoken dialect) {
        assertThat(after(dialect, new Fault.Status(403))).isInstanceOfSatisfying(Failed.class,
                failed -> {
                    assertThat(failed.fault()).isEqualTo(RoutingResult.Fault.PERMISSION);
                    assertThat(failed.message()).isEqualTo(dialect == Spoken.SESSION_UPDATE
                            ? "API key lacks Session:Write or Flow:Trigger permissions. Enable both for this key in"
                                    + " Cognigy under API Keys."
                            : "Cognigy does not allow this call to the holder of the key. Give its user a role in the"
                                    + " project that may, or take the key of one who has it.");
                });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotThereIsToldWithCognigysTraceAndWhatToDo(Spoken dialect) {
        assertThat(after(dialect, json(404, "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                + "\"detail\":\"no such thing\",\"code\":1002,\"traceId\":\"t-1\"}"))).isInstanceOfSatisfying(Failed.class,
                        failed -> {
                            assertThat(failed.fault()).isEqualTo(RoutingResult.Fault.REJECTED);
                            assertThat(failed.message())
                                    .startsWith("Cognigy API error 404: no such thing (code 1002, traceId t-1). ")
                                    .endsWith(helpFor404(dialect));
                        });
    }

    private static String helpFor404(Spoken dialect) {
        return switch (dialect) {
            case SESSION_UPDATE -> "If the tenant has no such call at all, choose another dialect.";
            case CONTEXT_INJECT, CONTEXT_INJECT_WITH_OAUTH2, STATE_INJECT ->
                "Is the session still open, and is its tenant the one of COGNIGY_BASE_URL?";
            case ENDPOINT_INJECT, NOTIFY -> "Is COGNIGY_URL_TOKEN the token of the session's endpoint?";
            case ENDPOINT_INJECT_DEPRECATED, NOTIFY_DEPRECATED -> "Is COGNIGY_URL_TOKEN the token of the session's endpoint,"
                    + " and does the tenant still have the deprecated form?";
        };
    }

    @ParameterizedTest
    @EnumSource
    void aWaitIsHandedOnInSecondsAndAsADate(Spoken dialect) {
        assertThat(after(dialect, new Fault.StatusWithRetryAfter(429, "7")))
                .isInstanceOfSatisfying(Failed.class, failed -> {
                    assertThat(failed.fault()).isEqualTo(RoutingResult.Fault.RATE_LIMIT);
                    assertThat(failed.retryAfter()).contains(Duration.ofSeconds(7));
                    assertThat(failed.message()).startsWith(SHOULD_WAIT + "7 s.");
                });
        String inAnHour = DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.US)
                .format(Instant.now().plusSeconds(3600).atZone(ZoneOffset.UTC));
        assertThat(after(dialect, new Fault.StatusWithRetryAfter(429, inAnHour)))
                .isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.retryAfter().orElseThrow())
                        .isBetween(Duration.ofSeconds(3_500), Duration.ofSeconds(3_600)));
    }

    @ParameterizedTest
    @EnumSource
    void aFailureOfCognigysMayPass(Spoken dialect) {
        for (int status : new int[]{500, 502, 503, 504}) {
            assertThat(after(dialect, new Fault.Status(status))).isInstanceOfSatisfying(Failed.class,
                    failed -> {
                        assertThat(failed.fault()).isEqualTo(RoutingResult.Fault.UNAVAILABLE);
                        assertThat(failed.mayHaveArrived()).isTrue();
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageOfHtmlIsNoAnswer(Spoken dialect) {
        assertThat(after(dialect, new Fault.Rubbish())).isInstanceOfSatisfying(Failed.class,
                failed -> {
                    assertThat(failed.fault()).isEqualTo(RoutingResult.Fault.UNINTELLIGIBLE);
                    assertThat(failed.message())
                            .startsWith(dialect.peerAt(cognigy) + " answered 200, but not JSON. Is COGNIGY_");
                });
    }

    @ParameterizedTest
    @EnumSource
    void noBodyIsAnAnswerToo(Spoken dialect) {
        assertThat(after(dialect, new Fault.EmptyBody())).isEqualTo(new Delivered(""));
    }

    @ParameterizedTest
    @EnumSource
    void tenMegabytesAreCutOff(Spoken dialect) {
        assertThat(after(dialect, new Fault.EndlessBody(64_000, Duration.ZERO, 10 << 20)))
                .isInstanceOfSatisfying(Failed.class, failed -> {
                    assertThat(failed.fault()).isEqualTo(RoutingResult.Fault.UNINTELLIGIBLE);
                    assertThat(failed.message()).contains("answered more than 65536 bytes");
                });
    }

    @ParameterizedTest
    @EnumSource
    void aRedirectToAnotherHostIsNeverFollowed(Spoken dialect) {
        try (CognigyStandIn elsewhere = CognigyStandIn.start(Routers.KEY)) {
            assertThat(after(dialect, new Fault.Redirect(elsewhere.rootUrl() + "/login")))
                    .isInstanceOfSatisfying(Failed.class, failed -> {
                        assertThat(failed.fault()).isEqualTo(RoutingResult.Fault.REJECTED);
                        assertThat(failed.message()).contains("redirects elsewhere, which is never followed.");
                    });
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSlowAnswerEndsWithTheTimeGiven(Spoken dialect) {
        try (Router router = dialect.at(cognigy, "read-timeout", "PT1M")) {
            assertThat(router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE)).isInstanceOf(Delivered.class);
            cognigy.failNext(new Fault.Delay(Duration.ofMinutes(1)));
            assertThat(router.route(Routers.SESSION, Routers.DECISION, Duration.ofMillis(200))).isEqualTo(
                    new Failed(RoutingResult.Fault.TIMEOUT, dialect.peerAt(cognigy)
                            + " did not answer within 200 ms. If it is only slow, give it"
                            + " more time: simmer.answer-within while a webhook waits, simmer.delivery.call-within when none does."));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSecretIsShownWhateverComesBack(Spoken dialect) {
        String secrets = Routers.KEY + " " + CognigyStandIn.CLIENT_SECRET + " " + CognigyStandIn.URL_TOKEN;
        assertThat(after(dialect, json(400, "{\"detail\":\"" + secrets + "\"}"))).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.message())
                        .contains("***").doesNotContain(CognigyStandIn.URL_TOKEN)
                        .doesNotContain(dialect == Spoken.CONTEXT_INJECT_WITH_OAUTH2
                                ? CognigyStandIn.CLIENT_SECRET
                                : Routers.KEY));
    }

    @ParameterizedTest
    @EnumSource
    void anyIdArrivesUnchanged(Spoken dialect) {
        List<String> ids = List.of("a b", "a/b", "a#b", "a?b=c", "50%", "%2F", "a+b", "\"quoted\"", "'", "a\\b", "😀",
                "語", "line\nbreak", "...", "../x", "x".repeat(1000), "😀".repeat(500));
        try (Router router = dialect.at(cognigy)) {
            for (String id : ids) {
                assertThat(router.route(new Session(id, "", "", "u " + id.codePointAt(0)), Routers.DECISION, Routers.AMPLE))
                        .as(id).isInstanceOf(Delivered.class);
                assertThat(cognigy.requests().getLast().session()).contains(id);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIdThatIsNoUnicodeIsRefusedWithoutACall(Spoken dialect) {
        try (Router router = dialect.at(cognigy)) {
            assertThat(router.route(new Session("half \ud83d", "", "", "u-1"), Routers.DECISION, Routers.AMPLE)).isEqualTo(
                    new Failed(RoutingResult.Fault.REJECTED,
                            "The session's id is not valid Unicode: no path can address it."));
            assertThat(cognigy.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SESSION_UPDATE")
    void aMissingUserIsToldByThePayloadsKey(Spoken dialect) {
        try (Router router = dialect.at(cognigy)) {
            assertThat(router.route(new Session("s-1", "", ""), Routers.DECISION, Routers.AMPLE))
                    .isInstanceOfSatisfying(Failed.class, failed -> {
                        assertThat(failed.fault()).isEqualTo(RoutingResult.Fault.REJECTED);
                        assertThat(failed.message()).matches("The dialect [a-z-]+ needs the user's id, and the payload has"
                                + " none: send it as \"userId\" beside the session\\.");
                    });
            assertThat(cognigy.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatSetsAStateMayBeRepeated(Spoken dialect) {
        boolean speaks = dialect.name().startsWith("ENDPOINT") || dialect.name().startsWith("NOTIFY");
        try (Router router = dialect.at(cognigy)) {
            assertThat(router.traits()).isInstanceOfSatisfying(RouterTraits.Calls.class,
                    calls -> assertThat(calls.repeatable()).isEqualTo(!speaks));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"SESSION_UPDATE", "CONTEXT_INJECT_WITH_OAUTH2"})
    void headersAreThoseOfCognigysOwnClient(Spoken dialect) {
        route(dialect);
        RecordedRequest request = cognigy.requests().getLast();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("X-API-Key")).contains(Routers.KEY);
        assertThat(request.header("Authorization")).isEmpty();
        assertThat(request.header("Accept")).contains("application/json");
        assertThat(request.header("Content-Type")).contains("application/json");
        assertThat(request.header("Cache-Control")).contains("no-cache");
        assertThat(request.header("Host")).contains("127.0.0.1:" + cognigy.port());
    }
}
