package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.Tenant;
import simmer.testkit.cognigy.Fault;

/** The end of a Simmer that an operator stops. */
final class StopIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void aWebhookUnderWayIsAnsweredBeforeSimmerEnds() throws Exception {
        try (Tenant tenant = Tenant.start(Image.built().command("serve"));
                ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            tenant.cognigy().failNext(new Fault.Delay(Duration.ofSeconds(1)));
            Future<JsonObject> answer = caller.submit(() -> tenant.simmer().say("late", "you are useless"));
            tenant.cognigy().awaitRequests(1, LIMIT);

            tenant.simmer().terminate();

            assertThat(answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS).getString("delivery")).isEqualTo("delivered");
            assertThat(tenant.simmer().awaitExit()).isEqualTo(0);
            assertThat(tenant.simmer().log()).contains("stopped").doesNotContain("Exception");
        }
    }

    @Test
    void aStopThatComesDuringTheStartIsOrderlyToo() throws Exception {
        Ended stopped = Image.built().command("serve").stopAt("model: onnx");
        assertThat(stopped.exitCode()).as(stopped.err()).isZero();
        assertThat(stopped.err()).contains("stopped").doesNotContain("Exception", "SIGSEGV");
    }
}
