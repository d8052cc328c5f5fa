package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Delivered;
import simmer.spi.RoutingResult.Failed;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.Fault;
import simmer.testkit.cognigy.RecordedRequest;

@Timeout(60)
final class OAuth2Test {

    private static final String TOKEN_PATH = "/auth/oauth2/token";

    private final CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);

    @AfterEach
    void stop() {
        cognigy.close();
    }

    private Router router(String... options) {
        return Spoken.CONTEXT_INJECT_WITH_OAUTH2.at(cognigy, options);
    }

    private static RoutingResult route(Router router) {
        return router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE);
    }

    private List<RecordedRequest> tokenRequests() {
        return cognigy.requests().stream().filter(request -> request.rawPath().equals(TOKEN_PATH)).toList();
    }

    @Test
    void aTokenIsGotAsCognigysClientDoesAndUsedAgain() {
        try (Router router = router("oauth-scope", "a b")) {
            assertThat(route(router)).isInstanceOf(Delivered.class);
            assertThat(route(router)).isInstanceOf(Delivered.class);
        }
        RecordedRequest request = tokenRequests().getFirst();
        assertThat(request).hasToString("POST " + TOKEN_PATH);
        assertThat(request.header("Content-Type")).contains("application/x-www-form-urlencoded");
        assertThat(request.text()).isEqualTo("client_id=simmer-client&client_secret=s3cret%2Bof%2Fthe%3Dclient"
                + "&grant_type=client_credentials&scope=a+b");
        assertThat(tokenRequests()).hasSize(1);
        assertThat(cognigy.requests().getLast().header("Authorization").orElseThrow()).startsWith("Bearer ");
        assertThat(cognigy.requests().getLast().header("X-API-Key")).isEmpty();
    }

    @Test
    void manyAtOnceGetOneToken() throws Exception {
        cognigy.failNext(new Fault.Delay(Duration.ofMillis(200)));
        try (Router router = router(); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RoutingResult>> results = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                results.add(threads.submit(() -> route(router)));
            }
            for (Future<RoutingResult> result : results) {
                assertThat(result.get()).isInstanceOf(Delivered.class);
            }
        }
        assertThat(tokenRequests()).hasSize(1);
    }

    @Test
    void aTokenIsRenewedBeforeItEnds() {
        cognigy.tokensLast(Duration.ofSeconds(1));
        try (Router router = router()) {
            long begun = System.nanoTime();
            do { // the first is fresh for 0.9 s
                assertThat(route(router)).isInstanceOf(Delivered.class);
            } while (tokenRequests().size() < 2);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(880));
        }
    }

    @Test
    void aTokenThatWasRevokedIsRenewedOnce() {
        try (Router router = router()) {
            route(router);
            cognigy.revokeTokens();
            assertThat(route(router)).isInstanceOf(Delivered.class);
            assertThat(tokenRequests()).hasSize(2);
        }
    }

    @Test
    void aFreshTokenThatIsRefusedIsNotTriedAgain() {
        try (Router router = router()) {
            cognigy.failNext(new Fault.StatusWithBody(200, "application/json", "{\"access_token\":\"another-ones\"}"));
            assertThat(route(router)).isEqualTo(new Failed(RoutingResult.Fault.CREDENTIALS,
                    "Cognigy refuses the token of the OAuth2 client. Verify what the client may do in Cognigy, and the"
                            + " variables COGNIGY_OAUTH_CLIENT_ID and COGNIGY_OAUTH_CLIENT_SECRET."));
            assertThat(cognigy.requests()).hasSize(2);
            assertThat(route(router)).as("with a new token").isInstanceOf(Delivered.class);
        }
    }

    @Test
    void aWrongSecretSaysWhatToVerify() {
        try (Router router = router("oauth-client-secret", "another")) {
            assertThat(route(router)).isEqualTo(new Failed(RoutingResult.Fault.CREDENTIALS,
                    "Cognigy gives the OAuth2 client no token (401, invalid_client). Verify the COGNIGY_OAUTH_CLIENT_ID and"
                            + " COGNIGY_OAUTH_CLIENT_SECRET environment variables, and the option oauth-scope."));
        }
    }

    @Test
    void noTokenMeansThatNothingArrived() {
        for (Fault fault : List.of(new Fault.Status(503), new Fault.Rubbish(), new Fault.EmptyBody(),
                new Fault.StatusWithBody(200, "application/json", "{\"access_token\":\"line\\nbreak\"}"),
                new Fault.StatusWithRetryAfter(429, "3"), new Fault.Redirect("http://127.0.0.1:1/"))) {
            try (Router router = router()) {
                cognigy.failNext(fault);
                assertThat(route(router)).as("after %s", fault).isInstanceOfSatisfying(Failed.class, failed -> {
                    assertThat(failed.mayHaveArrived()).isFalse();
                    assertThat(failed.message()).contains("token").startsWith("Cognigy API at 127.0.0.1:")
                            .matches(
                                    ".* (Is COGNIGY_BASE_URL right\\?|If it lasts, look at Cognigy.s status page or ask .*\\.)");
                });
            }
        }
        assertThat(cognigy.requests()).hasSize(6).allMatch(request -> request.rawPath().equals(TOKEN_PATH));
    }

    @Test
    void aTokenServiceThatHangsEndsWithTheTimeGivenAndTheNextCallTriesAnew() {
        cognigy.failNext(new Fault.Delay(Duration.ofMinutes(1)));
        try (Router router = router("read-timeout", "PT1M")) {
            assertThat(router.route(Routers.SESSION, Routers.DECISION, Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(Failed.class,
                            failed -> assertThat(failed.fault()).isEqualTo(RoutingResult.Fault.TIMEOUT));
            assertThat(route(router)).isInstanceOf(Delivered.class);
        }
    }

    @Test
    void whoWaitsForAnothersRequestTriesItselfOnceThatOnesTimeIsUp() throws Exception {
        cognigy.failNext(new Fault.Delay(Duration.ofMinutes(1)));
        try (Router router = router("read-timeout", "PT1M");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<RoutingResult> hasty = threads
                    .submit(() -> router.route(Routers.SESSION, Routers.DECISION, Duration.ofMillis(400)));
            cognigy.awaitRequests(1, Routers.AMPLE);
            Future<RoutingResult> patient = threads.submit(() -> route(router));

            assertThat(hasty.get()).isInstanceOf(Failed.class);
            assertThat(patient.get()).isInstanceOf(Delivered.class);
        }
    }

    @Test
    void aClientAndNoKeyIsEnoughToChooseIt() {
        try (Router router = Routers.create(Map.of("dialect", "context-inject"),
                Map.of("COGNIGY_BASE_URL", cognigy.rootUrl(), "COGNIGY_OAUTH_CLIENT_ID", CognigyStandIn.CLIENT_ID,
                        "COGNIGY_OAUTH_CLIENT_SECRET", CognigyStandIn.CLIENT_SECRET))) {
            assertThat(route(router)).isInstanceOf(Delivered.class);
        }
    }
}
