package simmer.host.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.host.fixture.MemoryStore;
import simmer.spi.RouterTraits.Limit;
import simmer.spi.RoutingResult.Fault;

@Timeout(60)
final class BreakerTest {

    private static final Duration WAIT = Duration.ofSeconds(1);

    private final SettableTime time = new SettableTime();
    private final Breaker breaker = new Breaker(3, WAIT, time);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(breaker.enter()).isEmpty();
            breaker.failed("down");
        }
    }

    @Test
    void failuresInARowOpenItAndASuccessBetweenThemDoesNot() {
        fail(2);
        breaker.succeeded();
        fail(2);
        assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
        fail(1);
        assertThat(breaker.enter()).contains(WAIT);
        assertThat(breaker.why())
                .isEqualTo("3 calls in a row failed, so Cognigy is left alone for a moment. The last: down");
    }

    @Test
    void afterTheWaitOneTriesAndItsSuccessLetsAllPass() {
        fail(3);
        time.pass(WAIT);
        assertThat(breaker.state()).isEqualTo(Breaker.State.HALF_OPEN);
        assertThat(breaker.enter()).isEmpty();
        assertThat(breaker.enter()).as("a second one").contains(WAIT);
        breaker.succeeded();
        assertThat(breaker.enter()).isEmpty();
        assertThat(breaker.enter()).isEmpty();
    }

    @Test
    void eachTryThatFailsDoublesTheWaitUpToAMost() {
        fail(3);
        for (int factor : new int[]{1, 2, 4, 8, 16, 32, 32}) {
            assertThat(breaker.enter()).contains(WAIT.multipliedBy(factor));
            time.pass(WAIT.multipliedBy(factor));
            fail(1);
        }
    }

    @Test
    void aTryThatIsNotMadeLeavesItsPlace() {
        fail(3);
        time.pass(WAIT);
        assertThat(breaker.enter()).isEmpty();
        breaker.left();
        assertThat(breaker.enter()).isEmpty();
    }

    @Test
    void aCognigyThatIsDownIsLeftAloneAndFoundAgain() {
        ScriptedRouter router = new ScriptedRouter(new Limit.None(), true)
                .always((_, _) -> ScriptedRouter.failed(Fault.NETWORK));
        MemoryStore store = new MemoryStore();
        try (PostOffice office = new PostOffice(router, store, Policies.breaker(4), time)) {
            assertThat(office.deliver("s-1", 2)).isEqualTo(new Delivery.Queued("failed by NETWORK", 3));
            assertThat(office.dispatcher().breaker()).isEqualTo(2);
            assertThat(office.dispatcher().deliver("s-2", office.post("s-2", 2).id(), Duration.ofMillis(500)))
                    .isInstanceOfSatisfying(Delivery.Queued.class,
                            queued -> assertThat(queued.message()).endsWith("The last: failed by NETWORK"));
            assertThat(router.calls()).hasSize(4);

            router.always((_, _) -> ScriptedRouter.DELIVERED);
            assertThat(office.deliver("s-3", 2)).as("waits for the next try, which is in time")
                    .isInstanceOf(Delivery.Delivered.class);
        }
        try (PostOffice office = new PostOffice(router, store, PostOffice.POLICY, time)) {
            time.pass(Duration.ofSeconds(2));
            office.awaitEmpty();
            assertThat(office.told()).containsExactlyInAnyOrder("s-1 manager", "s-2 manager");
        }
    }

    @Test
    void aCallThatHadNextToNoTimeSaysNothingOfCognigy() {
        ScriptedRouter router = new ScriptedRouter(new Limit.None(), true)
                .always((_, _) -> ScriptedRouter.failed(Fault.TIMEOUT));
        try (PostOffice office = PostOffice.of(router, Policies.breaker(1), time)) {
            office.dispatcher().deliver("s-1", office.post("s-1", 2).id(), Duration.ofMillis(900));
            assertThat(office.dispatcher().breaker()).isZero();
            office.dispatcher().deliver("s-2", office.post("s-2", 2).id(), Duration.ofMillis(1100));
            assertThat(office.dispatcher().breaker()).as("open, or about to try again").isNotZero();
        }
    }
}
