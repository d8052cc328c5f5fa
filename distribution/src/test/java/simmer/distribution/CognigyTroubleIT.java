package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.RunningImage;
import simmer.distribution.fixture.SharedSimmer;
import simmer.distribution.fixture.Tenant;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.Fault;
import simmer.testkit.cognigy.RecordedRequest;

/** What the webhook answers when Cognigy refuses, fails, or says nothing. */
@ExtendWith(SharedSimmer.class)
final class CognigyTroubleIT {

    /** {@code answer-within} as it ships. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    /** For the way over HTTP on a busy machine. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    /**
     * Says something angry, which the stand-in must not accept, and asserts the shape of the answer.
     *
     * @param delivery {@code queued} if it is sent later, {@code failed} if someone must mend the cause first
     */
    private static String failure(RunningImage simmer, String session, String delivery)
            throws IOException, InterruptedException {
        long before = System.nanoTime();
        JsonObject answer = simmer.say(session, "I am furious. Worst service I have ever had");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(ANSWER_WITHIN.plus(MARGIN));
        assertThat(answer.getString("status")).isEqualTo("error");
        assertThat(answer.getString("escalationLevel")).isEqualTo("standard");
        assertThat(answer.getString("decidedLevel")).isIn("supervisor", "manager");
        assertThat(answer.getString("delivery")).isEqualTo(delivery);
        assertThat(answer.getBoolean("degraded")).isFalse();
        assertThat(answer.getJsonNumber("frustrationScore").doubleValue()).isGreaterThan(0.35);
        assertThat(answer.isNull("cognigyApiResult")).isTrue();
        return answer.getString("message");
    }

    private static List<RecordedRequest> sentFor(CognigyStandIn cognigy, String session) {
        return cognigy.requests().stream().filter(request -> request.session().orElse("").equals(session)).toList();
    }

    @Test
    void aWrongKeyIsReportedAndNotTriedAgain(RunningImage simmer, CognigyStandIn cognigy) throws Exception {
        cognigy.failNext(new Fault.Status(401));
        assertThat(failure(simmer, "s-401", "failed"))
                .startsWith("Invalid or expired Cognigy API key. Verify the COGNIGY_API_KEY"
                        + " environment variable");
        assertThat(sentFor(cognigy, "s-401")).hasSize(1);
    }

    @Test
    void aMissingPermissionIsReportedAndNotTriedAgain(RunningImage simmer, CognigyStandIn cognigy) throws Exception {
        cognigy.failNext(new Fault.Status(403));
        assertThat(failure(simmer, "s-403", "failed"))
                .startsWith("API key lacks Session:Write or Flow:Trigger permissions.");
        assertThat(sentFor(cognigy, "s-403")).hasSize(1);
    }

    @Test
    void anyOtherStatusIsReportedWithCognigysOwnWords(RunningImage simmer, CognigyStandIn cognigy) throws Exception {
        cognigy.failNext(new Fault.Status(404));
        assertThat(failure(simmer, "s-404", "failed")).startsWith("Cognigy API error 404: ")
                .contains("the stand-in was asked");
        assertThat(sentFor(cognigy, "s-404")).hasSize(1);
    }

    @Test
    void aLimitThatEndsInTimeIsWaitedFor(RunningImage simmer, CognigyStandIn cognigy) throws Exception {
        cognigy.failNext(new Fault.StatusWithRetryAfter(429, "1"));
        assertThat(simmer.say("s-429", "you are useless").getString("delivery")).isEqualTo("delivered");
        List<RecordedRequest> sent = sentFor(cognigy, "s-429");
        assertThat(sent).hasSize(2);
        assertThat(Duration.between(sent.getFirst().at(), sent.getLast().at())).isGreaterThan(Duration.ofMillis(950));
    }

    /** With a Simmer of its own, for all of its sessions wait. */
    @Test
    void aLimitThatEndsTooLateIsReportedAtOnceAndHoldsForAllSessions() throws Exception {
        try (Tenant tenant = Tenant.start(Image.built().command("serve"))) {
            tenant.cognigy().failNext(new Fault.StatusWithRetryAfter(429, "30"));
            for (String session : List.of("s-429-late", "s-429-other")) {
                assertThat(failure(tenant.simmer(), session, "queued"))
                        .startsWith("Rate limit exceeded. Cognigy asks to wait 30 s.");
            }
            assertThat(tenant.cognigy().requests()).hasSize(1);
        }
    }

    @Test
    void whatIsKeptIsSentOnceCognigyIsBack(RunningImage simmer, CognigyStandIn cognigy) throws Exception {
        cognigy.failNext(new Fault.Status(500), new Fault.Status(500), new Fault.Status(500), new Fault.Status(500));
        assertThat(failure(simmer, "s-kept", "queued")).startsWith("Cognigy API error 500: ");
        // Deliveries of other tests' sessions may come in between.
        int requests = cognigy.requests().size();
        while (sentFor(cognigy, "s-kept").size() < 5) {
            requests = cognigy.awaitRequests(requests + 1, Duration.ofSeconds(30)).size();
        }
        List<RecordedRequest> sent = sentFor(cognigy, "s-kept");
        assertThat(sent).hasSize(5).extracting(request -> request.header("Idempotency-Key").orElseThrow())
                .containsOnly(sent.getFirst().header("Idempotency-Key").orElseThrow());
    }

    @Test
    void aPassingFailureOfCognigysIsTriedAgain(RunningImage simmer, CognigyStandIn cognigy) throws Exception {
        cognigy.failNext(new Fault.Status(500));
        JsonObject answer = simmer.say("s-500", "you are useless");
        assertThat(answer.getString("delivery")).isEqualTo("delivered");
        assertThat(answer.getJsonObject("cognigyApiResult").getString("sessionId")).isEqualTo("s-500");
        assertThat(sentFor(cognigy, "s-500")).hasSize(2);
    }

    @Test
    void aCognigyThatHangsIsNotWaitedForAndTheNextDecisionIsTriedAtOnce(RunningImage simmer, CognigyStandIn cognigy)
            throws Exception {
        cognigy.failAll(new Fault.Delay(Duration.ofMinutes(5)));
        try {
            assertThat(failure(simmer, "s-hangs", "queued")).contains("did not answer within");
        } finally {
            cognigy.recover();
        }
        JsonObject next = simmer.say("s-hangs", List.of("I am furious. Worst service I have ever had"),
                "I want to sue you, my lawyer will call");
        assertThat(next.getString("delivery")).isEqualTo("delivered");
        assertThat(next.getString("escalationLevel")).isEqualTo(next.getString("decidedLevel"));
    }

    @Test
    void anAnswerThatNeverEndsIsCutOff(RunningImage simmer, CognigyStandIn cognigy) throws Exception {
        cognigy.failNext(new Fault.EndlessBody(64, Duration.ofMillis(100), 1 << 20));
        assertThat(failure(simmer, "s-endless", "queued")).contains("did not answer within");
    }

    @Test
    void aLoginPageIsNoDelivery(RunningImage simmer, CognigyStandIn cognigy) throws Exception {
        cognigy.failNext(new Fault.Rubbish());
        assertThat(failure(simmer, "s-rubbish", "queued")).contains("answered 200, but not JSON")
                .contains("Is COGNIGY_DOMAIN or COGNIGY_BASE_URL right?");
    }

    @Test
    void aCognigyThatIsNotThereIsANetworkError() throws Exception {
        // Port 9 discards; on a machine that runs nothing there, a connection is refused.
        try (RunningImage simmer = RunningImage.of(Image.built().command()
                .with("COGNIGY_BASE_URL", "http://127.0.0.1:9/api/v1").with("COGNIGY_API_KEY", "any-key-of-some-length"))) {
            assertThat(failure(simmer, "s-refused", "queued"))
                    .contains("Network error contacting Cognigy API at 127.0.0.1:9");
            assertThat(simmer.log()).doesNotContain("any-key-of-some-length");
        }
    }
}
