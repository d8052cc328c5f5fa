package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.helidon.common.tls.Tls;
import io.helidon.webclient.api.DefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.router.cognigy.access.Caller;
import simmer.router.cognigy.access.FixedKey;
import simmer.router.cognigy.access.Secret;
import simmer.router.cognigy.wire.Address;
import simmer.router.cognigy.wire.CognigyClient;
import simmer.router.cognigy.wire.Peer;
import simmer.spi.Finding;
import simmer.spi.Finding.Standing;
import simmer.spi.Router;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.Fault;
import simmer.testkit.cognigy.RecordedRequest;

@Timeout(60)
final class LiveCheckTest {

    private final CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);

    @AfterEach
    void stop() {
        cognigy.close();
    }

    private List<Finding> check(Spoken dialect, String... options) {
        try (Router router = dialect.at(cognigy, options)) {
            return router.check(Routers.AMPLE);
        }
    }

    private static List<String> standings(List<Finding> findings) {
        return findings.stream().map(finding -> finding.subject() + " " + finding.standing()).toList();
    }

    /** The first answer is to the look without a key. */
    private static Fault pass() {
        return new Fault.StatusWithBody(404, "text/html", "nothing here");
    }

    @Test
    void allIsFineWithARightKeyAndNothingIsChanged() {
        List<Finding> findings = check(Spoken.CONTEXT_INJECT);
        assertThat(standings(findings)).containsExactly("address FINE", "clock FINE", "key FINE", "permission FINE",
                "round trip FINE");
        assertThat(findings.getFirst().sentence()).isEqualTo("Cognigy API at 127.0.0.1:" + cognigy.port() + " answers.");
        assertThat(cognigy.requests()).extracting(RecordedRequest::method).containsExactly("GET", "GET");
        assertThat(cognigy.requests().getFirst().header("X-API-Key")).isEmpty();
        assertThat(cognigy.requests().getLast().rawPath()).startsWith("/new/v2.0/conversations/simmer-check-");
    }

    @Test
    void aWrongKeyIsFound() {
        List<Finding> findings = check(Spoken.STATE_INJECT, "api-key", "another");
        assertThat(standings(findings)).contains("address FINE", "key WRONG").doesNotContain("permission FINE");
        assertThat(findings.get(2).sentence()).startsWith("Invalid or expired Cognigy API key.");
    }

    @Test
    void aWrongClientIsFound() {
        List<Finding> findings = check(Spoken.CONTEXT_INJECT_WITH_OAUTH2, "oauth-client-secret", "another");
        assertThat(standings(findings)).containsExactly("address FINE", "clock FINE", "key WRONG");
        assertThat(findings.getLast().sentence())
                .startsWith("Cognigy gives the OAuth2 client no token (401, invalid_client)");
    }

    @Test
    void aMissingPermissionIsFound() {
        cognigy.failNext(pass(), new Fault.Status(403));
        assertThat(standings(check(Spoken.CONTEXT_INJECT))).contains("key FINE", "permission WARNING");
    }

    @Test
    void anAnswerThatIsNoneOfCognigysIsFound() {
        cognigy.failNext(pass(), pass());
        assertThat(check(Spoken.CONTEXT_INJECT)).contains(new Finding("answer", Standing.WRONG, "Cognigy API at 127.0.0.1:"
                + cognigy.port() + " answers 404, but not as Cognigy does. Is COGNIGY_BASE_URL right?"));
        cognigy.failNext(pass(), new Fault.Rubbish());
        assertThat(standings(check(Spoken.CONTEXT_INJECT))).contains("answer WRONG");
        cognigy.failNext(pass(), new Fault.Redirect("http://127.0.0.1:1/"));
        assertThat(standings(check(Spoken.CONTEXT_INJECT))).contains("answer WRONG");
        cognigy.failNext(pass(), new Fault.Status(503));
        assertThat(standings(check(Spoken.CONTEXT_INJECT))).contains("answer WRONG");
    }

    @Test
    void aLimitThatIsReachedIsNoFault() {
        cognigy.failNext(pass(), new Fault.StatusWithRetryAfter(429, "60"));
        assertThat(standings(check(Spoken.CONTEXT_INJECT))).contains("key WARNING").doesNotContain("key WRONG");
    }

    @Test
    void anAddressThatNobodyAnswersAtIsFound() {
        try (Router router = Spoken.CONTEXT_INJECT.at("http://no-such-host.invalid")) {
            assertThat(router.check(Routers.AMPLE)).containsExactly(new Finding("address", Standing.WRONG, "Network error"
                    + " contacting Cognigy API at no-such-host.invalid:80: the host's name can't be resolved."
                    + " Is COGNIGY_BASE_URL right? If so, does DNS work on this machine?"));
        }
    }

    @Test
    void aSideThatHangsEndsWithTheTimeGiven() {
        cognigy.failAll(new Fault.Delay(Duration.ofMinutes(1)));
        try (Router router = Spoken.CONTEXT_INJECT.at(cognigy, "read-timeout", "PT1M")) {
            assertThat(standings(router.check(Duration.ofMillis(400)))).containsExactly("address WRONG");
        }
    }

    @Test
    void aClockThatIsWrongIsFound() {
        for (int seconds : new int[]{-100, 100}) {
            Clock skewed = Clock.fixed(Instant.now().plusSeconds(seconds), ZoneOffset.UTC);
            Peer peer = new Peer("Cognigy API", Address.parse(cognigy.rootUrl()).orElseThrow(), "COGNIGY_BASE_URL");
            try (CognigyClient client = new CognigyClient(peer, new CognigyClient.Settings(Routers.AMPLE, Routers.AMPLE,
                    Tls.builder().build(), DefaultDnsResolver.create(), true))) {
                Caller caller = new Caller(client, FixedKey.apiKey(new Secret(Routers.KEY)), Optional.empty());
                Finding found = new LiveCheck(caller, ConversationReader.PATH, skewed).run(Routers.AMPLE).get(1);
                assertThat(found.standing()).isEqualTo(Standing.WARNING);
                assertThat(found.sentence()).matches("Our clock is \\d{2,3} s " + (seconds > 0 ? "ahead of" : "behind")
                        + " Cognigy's: have it set by NTP, for tokens end and waits are told by the clock\\.");
            }
        }
    }

    @Test
    void bothSidesOfAnEndpointsDialectAreLookedAt() {
        assertThat(standings(check(Spoken.ENDPOINT_INJECT))).containsExactly("address FINE", "clock FINE", "key FINE",
                "permission FINE", "round trip FINE", "address FINE", "clock FINE", "key WARNING");
        assertThat(standings(check(Spoken.NOTIFY, "authentication", "none"))).containsExactly("address FINE", "clock FINE",
                "key WARNING");
    }

    @Test
    void whereEveryCallChangesSomethingTheKeyIsNotTried() {
        List<Finding> findings = check(Spoken.SESSION_UPDATE);
        assertThat(standings(findings)).containsExactly("address FINE", "clock FINE", "key WARNING");
        assertThat(cognigy.requests()).allMatch(request -> request.header("Authorization").isEmpty());
    }

    @Test
    void whatIsNotConfiguredIsFound() {
        try (LogLines _ = LogLines.caught();
                Router router = Routers.create(Map.of("dialect", "notify", "text", "a"), Map.of())) {
            assertThat(router.check(Routers.AMPLE)).containsExactly(new Finding("configuration", Standing.WRONG,
                    "No Cognigy endpoint address is configured. Set the environment variables COGNIGY_ENDPOINT_URL and"
                            + " COGNIGY_URL_TOKEN, or choose 'dialect: reply', which needs none."));
        }
        try (Router router = Routers.create(Map.of("dialect", "reply"), Map.of())) {
            assertThat(router.check(Routers.AMPLE)).containsExactly(new Finding("address", Standing.FINE,
                    "The dialect reply calls nobody and needs nothing."));
        }
    }
}
