package simmer.host.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import simmer.host.fixture.MemoryStore;
import simmer.spi.RouterTraits.Limit;
import simmer.spi.RoutingResult.Fault;

/** What a webhook learns of its delivery, and what is kept when it does not get through. */
@Timeout(60)
final class WebhookDeliveryTest {

    private final SettableTime time = new SettableTime();
    private final ScriptedRouter router = new ScriptedRouter(new Limit.None(), true);

    private final MemoryStore store = new MemoryStore();

    private PostOffice office() {
        return new PostOffice(router, store, PostOffice.POLICY, time);
    }

    /** For what a webhook learns by and by: the background would now and then be the first to have the message. */
    private PostOffice officeWithoutBackground() {
        return new PostOffice(router, store, Policies.webhooksOnly(), time);
    }

    @Test
    void aSessionIsMovedAndItsMemoryLearnsOfIt() {
        try (PostOffice office = office()) {
            assertThat(office.deliver("s-1", 2)).isEqualTo(new Delivery.Delivered("{}", 0));
            assertThat(office.told()).containsExactly("s-1 manager");
            assertThat(office.depth().waiting()).isZero();
            assertThat(router.calls()).singleElement().satisfies(call -> {
                assertThat(call.session()).isEqualTo(PostOffice.session("s-1"));
                assertThat(call.decision()).isEqualTo(PostOffice.decision(2));
            });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMIT", "UNAVAILABLE", "NETWORK", "TIMEOUT"})
    void aPassingFailureIsTriedAgainInTimeWithTheSameKey(Fault fault) {
        router.next(fault, fault);
        try (PostOffice office = officeWithoutBackground()) {
            assertThat(office.deliver("s-1", 2)).isEqualTo(new Delivery.Delivered("{}", 2));
            assertThat(router.calls()).hasSize(3).extracting("id").containsOnly(router.calls().getFirst().id());
            assertThat(time.sinceStart()).as("0.1 s and 0.2 s").isEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void whatFailsToTheEndIsKeptAndSentLater() {
        router.next(Fault.UNAVAILABLE, Fault.UNAVAILABLE, Fault.UNAVAILABLE, Fault.UNAVAILABLE);
        try (PostOffice office = officeWithoutBackground()) {
            assertThat(office.deliver("s-1", 2)).isEqualTo(new Delivery.Queued("failed by UNAVAILABLE", 3));
            assertThat(office.depth().waiting()).isOne();
            assertThat(office.told()).isEmpty();
        }
        try (PostOffice office = office()) {
            time.pass(Duration.ofSeconds(1));
            office.awaitEmpty();
            assertThat(office.told()).containsExactly("s-1 manager");
        }
    }

    @Test
    void whatIsNoAnswerOfCognigysIsNotTriedAgainAtOnceButLater() {
        router.next(Fault.UNINTELLIGIBLE);
        try (PostOffice office = officeWithoutBackground()) {
            assertThat(office.deliver("s-1", 2)).isEqualTo(new Delivery.Queued("failed by UNINTELLIGIBLE", 0));
        }
        try (PostOffice office = office()) {
            time.pass(Duration.ofSeconds(1));
            office.awaitEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CREDENTIALS", "PERMISSION", "REJECTED"})
    void aRefusalIsToldAtOnceAndTheMessageHeld(Fault fault) {
        router.next(fault);
        try (PostOffice office = officeWithoutBackground()) {
            assertThat(office.deliver("s-1", 2)).isEqualTo(new Delivery.Failed("failed by " + fault, 0));
            assertThat(office.depth().held()).isOne();
            assertThat(router.calls()).hasSize(1);
        }
    }

    @Test
    void aWaitThatIsAskedForAndFitsIsKept() {
        router.next((_, _) -> ScriptedRouter.failed(Fault.RATE_LIMIT).retryAfter(Duration.ofSeconds(1)));
        try (PostOffice office = officeWithoutBackground()) {
            assertThat(office.deliver("s-1", 2)).isEqualTo(new Delivery.Delivered("{}", 1));
            assertThat(time.sinceStart()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void aWaitThatIsAskedForHoldsForAllSessions() {
        router.next((_, _) -> ScriptedRouter.failed(Fault.RATE_LIMIT).retryAfter(Duration.ofSeconds(30)));
        try (PostOffice office = office()) {
            assertThat(office.deliver("s-1", 2)).isEqualTo(new Delivery.Queued("failed by RATE_LIMIT", 0));
            assertThat(office.deliver("s-2", 2)).isEqualTo(new Delivery.Queued("failed by RATE_LIMIT", 0));
            assertThat(router.sessions()).containsExactly("s-1");
            time.pass(Duration.ofSeconds(31));
            office.awaitEmpty();
            assertThat(router.sessions()).containsExactlyInAnyOrder("s-1", "s-1", "s-2");
        }
    }

    @Test
    void aWaitBeyondReasonEndsWithinTheHour() {
        router.next((_, _) -> ScriptedRouter.failed(Fault.UNAVAILABLE).retryAfter(Duration.ofSeconds(Integer.MAX_VALUE)));
        try (PostOffice office = office()) {
            assertThat(office.deliver("s-1", 2)).isInstanceOf(Delivery.Queued.class);
            time.pass(Duration.ofHours(1).plusSeconds(1));
            office.awaitEmpty();
        }
    }

    @Test
    void withoutTimeNothingIsCalledWhileTheWebhookWaits() {
        try (PostOffice office = office()) {
            assertThat(office.dispatcher().deliver("s-1", office.post("s-1", 2).id(), Duration.ZERO))
                    .isInstanceOf(Delivery.Queued.class);
            office.awaitEmpty();
            assertThat(office.told()).containsExactly("s-1 manager");
        }
    }

    @Test
    void aRouterThatBreaksItsPromiseKeepsNobody() {
        router.next((_, _) -> {
            new CountDownLatch(1).await();
            return ScriptedRouter.DELIVERED;
        });
        router.next((_, _) -> {
            throw new IllegalStateException("careless");
        });
        try (PostOffice office = PostOffice.of(router, PostOffice.POLICY, Time.ofMachine())) {
            long begun = System.nanoTime();
            assertThat(office.dispatcher().deliver("s-1", office.post("s-1", 2).id(), Duration.ofMillis(300)))
                    .isInstanceOf(Delivery.Queued.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
            office.awaitEmpty();
            assertThat(router.calls()).hasSize(3);
        }
    }

    @Test
    void ofOneSessionOneIsSentAtATimeAndOthersDontWait() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        router.next((_, _) -> {
            begun.countDown();
            release.await();
            return ScriptedRouter.DELIVERED;
        });
        try (PostOffice office = office(); ExecutorService webhooks = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Delivery> first = webhooks.submit(() -> office.deliver("s-1", 1));
            begun.await();
            Future<Delivery> second = webhooks.submit(() -> office.deliver("s-1", 2));
            office.await("the newer decision is stored", () -> office.depth().waiting() == 2);
            assertThat(office.deliver("s-2", 2)).isEqualTo(new Delivery.Delivered("{}", 0));
            assertThat(router.sessions()).containsExactly("s-1", "s-2");
            release.countDown();
            assertThat(first.get()).isEqualTo(new Delivery.Delivered("{}", 0));
            assertThat(second.get()).isEqualTo(new Delivery.Delivered("{}", 0));
            assertThat(office.told()).containsExactly("s-2 manager", "s-1 supervisor", "s-1 manager");
        }
    }

    @Test
    void aStoreThatFailsBehindACallDoesNotTakeTheDeliveryBack() {
        FailingOutbox store = new FailingOutbox();
        try (PostOffice office = new PostOffice(router, store, PostOffice.POLICY, time)) {
            router.next((_, _) -> {
                store.fail(true);
                return ScriptedRouter.DELIVERED;
            });
            assertThat(office.deliver("s-1", 2)).isEqualTo(new Delivery.Delivered("{}", 0));
            store.fail(false);
            assertThat(office.deliver("s-2", 2)).isEqualTo(new Delivery.Delivered("{}", 0));
            time.pass(Duration.ofMinutes(1));
            office.awaitEmpty();
            assertThat(router.sessions()).as("at least once").containsExactly("s-1", "s-2", "s-1");
        }
    }

    @Test
    void aStoreThatIsAwayKeepsWhatItHas() {
        FailingOutbox store = new FailingOutbox();
        try (PostOffice office = new PostOffice(router, store, PostOffice.POLICY, time)) {
            var message = office.post("s-1", 2);
            store.fail(true);
            assertThat(office.dispatcher().deliver("s-1", message.id(), PostOffice.WITHIN))
                    .isInstanceOf(Delivery.Queued.class);
            assertThat(router.calls()).isEmpty();
            store.fail(false);
            office.awaitEmpty();
            assertThat(office.told()).containsExactly("s-1 manager");
        }
    }
}
