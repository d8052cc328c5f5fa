package simmer.host.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.spi.Decision;
import simmer.spi.Dispatch;
import simmer.spi.Level;
import simmer.spi.RouterTraits.Limit;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;
import simmer.spi.Score;
import simmer.spi.Session;

@Timeout(60)
final class RouterCallTest {

    @Test
    void aRouterThatForgetsItsTimeEndsWithItAndSaysWhatToDo() {
        Dispatch dispatch = new Dispatch("d-1", new Session("s-1", "webchat", "en", "u-1"),
                new Decision(new Level("manager", 0.65, "flow", "start"), new Score(0.8, List.of()), "why"));
        CountDownLatch never = new CountDownLatch(1);
        ScriptedRouter router = new ScriptedRouter(new Limit.None(), true).always((_, _) -> {
            never.await();
            return ScriptedRouter.DELIVERED;
        });
        try (RouterCall call = new RouterCall(router)) {
            assertThat(call.make(dispatch, Duration.ofMillis(50))).isEqualTo(new Failed(Fault.TIMEOUT,
                    "Cognigy did not answer in the time that was left. If this happens often, raise simmer.answer-within."));
        }
    }
}
