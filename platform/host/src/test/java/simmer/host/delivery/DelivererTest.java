package simmer.host.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import simmer.spi.Decision;
import simmer.spi.Level;
import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Fault;
import simmer.spi.Session;
import simmer.testkit.Turns;

final class DelivererTest {

    private static final Level STANDARD = new Level("standard", 0, "main_flow", "continue");
    private static final Level MANAGER = new Level("manager", 0.65, "manager_escalation", "start");
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Session SESSION = new Session("s-1", "", "");

    /** Answers as it is told, and counts. */
    private record Answering(Function<Decision, RoutingResult> answer, AtomicInteger calls) implements Router {

        @Override
        public RoutingResult route(Session session, Decision decision, Duration within) {
            calls.incrementAndGet();
            return answer.apply(decision);
        }

        @Override
        public String name() {
            return "answering";
        }

        @Override
        public String type() {
            return "answering";
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private static Decision decide(Level level) {
        return new Decision(level, Turns.score(level.from()), "because");
    }

    private static Deliverer deliverer(Router router) {
        return new Deliverer(router, Update.ON_CHANGE, new HeldLevels(STANDARD, 100, Duration.ofHours(1)));
    }

    private static RoutingResult delivered() {
        return new RoutingResult.Delivered("{}", 0);
    }

    @Test
    void afterAnUnclearFailureTheNextTurnIsSentWhateverItsLevel() {
        for (Fault fault : List.of(Fault.TIMEOUT, Fault.NETWORK, Fault.UNAVAILABLE)) {
            Answering router = new Answering(decision -> decision.level().equals(MANAGER)
                    ? new RoutingResult.Failed(fault, "nobody can tell", 0)
                    : delivered(), new AtomicInteger());
            try (Deliverer deliverer = deliverer(router)) {
                assertThat(deliverer.deliver(SESSION, decide(MANAGER), WITHIN).holds()).isEqualTo(STANDARD);
                assertThat(deliverer.deliver(SESSION, decide(STANDARD), WITHIN)).as("%s", fault)
                        .isInstanceOf(Delivery.Delivered.class);
                assertThat(deliverer.deliver(SESSION, decide(STANDARD), WITHIN)).isEqualTo(new Delivery.Unchanged(STANDARD));
            }
        }
    }

    @Test
    void afterARefusalTheLevelFromBeforeHolds() {
        for (Fault fault : List.of(Fault.CREDENTIALS, Fault.PERMISSION, Fault.RATE_LIMIT, Fault.REJECTED)) {
            Answering router = new Answering(_ -> new RoutingResult.Failed(fault, "no", 0), new AtomicInteger());
            try (Deliverer deliverer = deliverer(router)) {
                assertThat(deliverer.deliver(SESSION, decide(MANAGER), WITHIN)).isInstanceOf(Delivery.Failed.class);
                assertThat(deliverer.deliver(SESSION, decide(STANDARD), WITHIN)).isEqualTo(new Delivery.Unchanged(STANDARD));
            }
        }
    }

    @Test
    void theSameTurnManyTimesAtOnceIsSentOnce() throws InterruptedException {
        Answering router = new Answering(_ -> delivered(), new AtomicInteger());
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> webhooks = new ArrayList<>();
        try (Deliverer deliverer = deliverer(router)) {
            for (int i = 0; i < 50; i++) {
                webhooks.add(Thread.startVirtualThread(() -> {
                    try {
                        start.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    deliverer.deliver(SESSION, decide(MANAGER), WITHIN);
                }));
            }
            start.countDown();
            for (Thread webhook : webhooks) {
                webhook.join();
            }
        }
        assertThat(router.calls()).hasValue(1);
    }

    @Test
    void sessionsDontWaitForEachOther() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Answering router = new Answering(_ -> {
            if (first.getCount() > 0) {
                first.countDown();
                await(release);
            }
            return delivered();
        }, new AtomicInteger());
        try (Deliverer deliverer = deliverer(router)) {
            Thread slow = Thread.startVirtualThread(() -> deliverer.deliver(SESSION, decide(MANAGER), WITHIN));
            await(first);
            Session other = new Session("s-2", "", "");
            assertThat(deliverer.deliver(other, decide(MANAGER), WITHIN)).isInstanceOf(Delivery.Delivered.class);
            assertThat(deliverer.deliver(SESSION, decide(MANAGER), Duration.ofMillis(20)))
                    .as("its own session is busy").isInstanceOf(Delivery.Failed.class);
            release.countDown();
            slow.join();
            assertThat(deliverer.deliver(SESSION, decide(MANAGER), WITHIN)).isEqualTo(new Delivery.Unchanged(MANAGER));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void withoutTimeNothingIsCalled() {
        Answering router = new Answering(_ -> delivered(), new AtomicInteger());
        try (Deliverer deliverer = deliverer(router)) {
            assertThat(deliverer.deliver(SESSION, decide(MANAGER), Duration.ZERO)).isInstanceOf(Delivery.Failed.class);
        }
        assertThat(router.calls()).hasValue(0);
    }
}
