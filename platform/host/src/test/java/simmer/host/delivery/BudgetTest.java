package simmer.host.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.host.fixture.MemoryStore;
import simmer.host.store.CallBudget;
import simmer.host.store.Store;
import simmer.spi.Level;
import simmer.spi.RouterTraits;
import simmer.spi.RouterTraits.Limit;
import simmer.spi.RoutingResult.Fault;

/** No span of time holds more calls than the router allows, and they go to the most urgent. */
@Timeout(60)
final class BudgetTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableTime time = new SettableTime();
    private final MemoryStore store = new MemoryStore();

    private static ScriptedRouter limited(int calls) {
        return new ScriptedRouter(new Limit.AtMost(calls, MINUTE), true);
    }

    @Test
    void aWebhookThatFindsNoSlotIsQueuedWithoutACall() {
        ScriptedRouter router = limited(1);
        try (PostOffice office = new PostOffice(router, store, PostOffice.POLICY, time)) {
            assertThat(office.deliver("s-1", 2)).isInstanceOf(Delivery.Delivered.class);
            assertThat(office.deliver("s-2", 2))
                    .isEqualTo(new Delivery.Queued("Our own budget of 1 calls in 60 s is used up."
                            + " Raise the router's limit if the tenant allows more.", 0));
            assertThat(router.calls()).hasSize(1);
            time.pass(MINUTE.plusSeconds(3));
            office.awaitEmpty();
            assertThat(router.sessions()).containsExactly("s-1", "s-2");
        }
    }

    @Test
    void aSlotThatComesInTimeIsWaitedFor() {
        ScriptedRouter router = limited(1);
        try (PostOffice office = new PostOffice(router, store, PostOffice.POLICY, time)) {
            office.deliver("s-1", 2);
            time.pass(Duration.ofSeconds(61));
            assertThat(office.deliver("s-2", 2)).isInstanceOf(Delivery.Delivered.class);
            assertThat(time.sinceStart()).isEqualTo(Duration.ofSeconds(62));
        }
    }

    @Test
    void everyAttemptTakesASlot() {
        ScriptedRouter router = limited(2).always((_, _) -> ScriptedRouter.failed(Fault.UNAVAILABLE));
        try (PostOffice office = new PostOffice(router, store, Policies.webhooksOnly(), time)) {
            assertThat(office.deliver("s-1", 2)).isEqualTo(new Delivery.Queued("failed by UNAVAILABLE", 1));
            assertThat(router.calls()).hasSize(2);
        }
    }

    @Test
    void freeSlotsGoToTheMostUrgentAndNoWebhookPassesThem() {
        ScriptedRouter router = limited(2);
        try (PostOffice office = new PostOffice(router, store, PostOffice.POLICY, time)) {
            office.deliver("first", 0);
            office.deliver("second", 0);
            for (Level level : PostOffice.LEVELS) {
                assertThat(office.deliver(level.name(), PostOffice.LEVELS.indexOf(level)))
                        .isInstanceOf(Delivery.Queued.class);
            }
            time.pass(MINUTE.plusSeconds(3));
            // Told of, and not only called: time that passes in between would end their leases.
            office.await("two more", () -> office.told().size() == 4);
            assertThat(router.sessions().subList(2, 4)).containsExactlyInAnyOrder("manager", "supervisor");
            time.pass(MINUTE.plusSeconds(3));
            office.awaitEmpty();
            assertThat(router.sessions().getLast()).isEqualTo("standard");
        }
    }

    @Test
    void noSpanHoldsMoreWhateverComesIn() {
        for (long seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SettableTime clock = new SettableTime();
            int most = random.nextInt(1, 8);
            List<Instant> slots = Collections.synchronizedList(new ArrayList<>());
            SplittableRandom faults = random.split();
            ScriptedRouter router = limited(most).always((_, _) -> {
                synchronized (faults) {
                    return faults.nextInt(3) == 0 ? ScriptedRouter.failed(Fault.UNAVAILABLE) : ScriptedRouter.DELIVERED;
                }
            });
            try (PostOffice office = new PostOffice(router, new WatchedBudget(new MemoryStore(), slots::add),
                    PostOffice.POLICY, clock)) {
                for (int i = 0; i < 60; i++) {
                    office.deliver("s-" + random.nextInt(20), random.nextInt(3));
                    clock.pass(Duration.ofMillis(random.nextInt(10_000)));
                }
                office.await("the rest", () -> {
                    clock.pass(Duration.ofSeconds(1));
                    return office.depth().waiting() == 0;
                });
            }
            assertThat(slots).as("seed %d: one for each call", seed).hasSizeGreaterThanOrEqualTo(router.calls().size());
            List<Instant> sorted = slots.stream().sorted().toList();
            for (int i = most; i < sorted.size(); i++) {
                assertThat(Duration.between(sorted.get(i - most), sorted.get(i))).as("seed %d, slot %d", seed, i)
                        .isGreaterThan(MINUTE);
            }
        }
    }

    @Test
    void aLargeLimitIsAskedForInParts() {
        List<String> asked = new ArrayList<>();
        CallBudget budget = new CallBudget() {
            @Override
            public Grant take(String key, int calls, Duration span, Instant now) {
                asked.add(key + " " + calls + " in " + span);
                return new Grant.Now();
            }

            @Override
            public void pause(String key, Instant until) {
                throw new IllegalStateException("nobody asked for a pause");
            }
        };
        for (int calls : List.of(50, 60_000)) {
            new Slots(budget, new RouterTraits.Calls("a", new Limit.AtMost(calls, MINUTE), true), time).take();
        }
        assertThat(asked).containsExactly("a 50 in PT1M2S", "a 10000 in PT10.333333333S");
    }

    @Test
    void aProcessThatWasStoppedBetweenItsSlotAndItsCallTakesAnotherSlotOrLeavesItToOthers() {
        ScriptedRouter router = limited(50);
        AtomicBoolean stopped = new AtomicBoolean();
        Store freezing = new WatchedBudget(store, _ -> {
            if (stopped.compareAndSet(false, true)) {
                time.pass(MINUTE);
            }
        });
        try (PostOffice frozen = new PostOffice(router, freezing, Policies.webhooksOnly(), time)) {
            assertThat(frozen.deliver("s-1", 2)).isInstanceOf(Delivery.Queued.class);
            assertThat(router.calls()).as("its lease is over, another may be sending").isEmpty();
        }
        try (PostOffice another = new PostOffice(router, store, PostOffice.POLICY, time)) {
            another.await("someone else sends it", () -> {
                time.pass(Duration.ofMillis(100));
                return another.depth().waiting() == 0;
            });
            assertThat(router.calls()).hasSize(1);
        }
    }
}
