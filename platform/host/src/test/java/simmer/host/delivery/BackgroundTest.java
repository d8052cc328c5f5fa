package simmer.host.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import io.helidon.common.context.Contexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.host.events.Scene;
import simmer.host.fixture.MemoryStore;
import simmer.host.store.Message;
import simmer.host.store.Outbox.DeadLetter;
import simmer.spi.Dispatch;
import simmer.spi.RouterTraits.Limit;
import simmer.spi.RoutingResult.Fault;

/** What is sent while nobody waits, in which order, and how it ends. */
@Timeout(60)
final class BackgroundTest {

    private final SettableTime time = new SettableTime();
    private final MemoryStore store = new MemoryStore();
    private final ScriptedRouter router = new ScriptedRouter(new Limit.None(), true);

    private PostOffice open(DeliveryPolicy policy) {
        return new PostOffice(router, store, policy, time);
    }

    private PostOffice open() {
        return open(PostOffice.POLICY);
    }

    private Message leftBehind(String session, int level) {
        return leftBehind(session, level, Optional.empty());
    }

    private Message leftBehind(String session, int level, Optional<String> traceparent) {
        Envelope envelope = new Envelope(PostOffice.session(session), PostOffice.decision(level), Optional.empty(),
                time.now(),
                traceparent);
        Message message = new Message(UUID.randomUUID().toString(), level, envelope.body());
        PostOffice.put(store, session, message, time.now());
        time.pass(Duration.ofMillis(1));
        return message;
    }

    @Test
    void whatAnEarlierRunLeftBehindIsSentTheMostUrgentFirstThenTheOldest() {
        List.of("a", "b").forEach(id -> leftBehind("calm-" + id, 0));
        List.of("a", "b").forEach(id -> leftBehind("manager-" + id, 2));
        leftBehind("supervisor", 1);
        try (PostOffice office = open(Policies.oneAtATime())) {
            office.awaitEmpty();
            assertThat(router.sessions()).containsExactly("manager-a", "manager-b", "supervisor", "calm-a", "calm-b");
        }
    }

    @Test
    void whatIsSentLaterBelongsToTheTraceInWhichItWasDecided() {
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        leftBehind("s-1", 2, Optional.of(traceparent));
        List<Object> seen = new CopyOnWriteArrayList<>();
        router.next((_, _) -> {
            seen.add(Contexts.context().flatMap(context -> context.get("traceparent", String.class)));
            seen.add(Scene.current().orElseThrow().session().isPresent());
            return ScriptedRouter.DELIVERED;
        });
        try (PostOffice office = open()) {
            office.awaitEmpty();
            assertThat(seen).containsExactly(Optional.of(traceparent), true);
        }
    }

    @Test
    void aNewerDecisionTakesThePlaceOfAnOlderOneThatWaits() {
        leftBehind("s-1", 2);
        Message newest = leftBehind("s-1", 0);
        try (PostOffice office = open()) {
            office.awaitEmpty();
            assertThat(router.calls()).extracting(Dispatch::id).containsExactly(newest.id());
        }
    }

    @Test
    void afterAFailureANewerDecisionGoesInPlaceOfTheOlderOne() {
        leftBehind("s-1", 2);
        router.next((_, _) -> {
            leftBehind("s-1", 0);
            return ScriptedRouter.failed(Fault.UNAVAILABLE);
        });
        try (PostOffice office = open()) {
            office.await("the newer one is delivered", () -> office.told().contains("s-1 standard"));
            office.awaitEmpty();
            assertThat(office.told()).containsExactly("s-1 standard");
        }
    }

    @Test
    void waitsDoubleUntilTheMessageIsADeadLetter() {
        List<Duration> calledAt = new CopyOnWriteArrayList<>();
        router.always((_, _) -> {
            calledAt.add(time.sinceStart());
            return ScriptedRouter.failed(Fault.UNAVAILABLE);
        });
        Message message = leftBehind("s-1", 2);
        try (PostOffice office = open(Policies.attempts(4))) {
            office.await("it is given up", () -> {
                time.pass(Duration.ofMillis(50));
                return office.depth().dead() == 1;
            });
            assertThat(calledAt).hasSize(4);
            for (int i = 1; i < 4; i++) {
                assertThat(calledAt.get(i).minus(calledAt.get(i - 1)))
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(1L << (i - 1)));
            }
            assertThat(store.outbox().deadLetters(10)).singleElement().returns(message.id(), DeadLetter::messageId)
                    .returns(4, DeadLetter::attempts).returns("failed by UNAVAILABLE", DeadLetter::reason);
        }
    }

    @Test
    void aDeadLetterThatIsSentAgainArrives() {
        router.next(Fault.UNAVAILABLE);
        Message message = leftBehind("s-1", 2);
        try (PostOffice office = open(Policies.attempts(1))) {
            office.await("it is given up", () -> office.depth().dead() == 1);
            assertThat(store.outbox().resend(message.id(), time.now())).isTrue();
            office.awaitEmpty();
            assertThat(office.told()).containsExactly("s-1 given up", "s-1 manager");
            assertThat(office.depth().dead()).isZero();
            assertThat(router.calls()).extracting(Dispatch::id).containsExactly(message.id(), message.id());
        }
    }

    @Test
    void anOldMessageIsGivenUpOnlyAfterSomeAttempts() {
        router.always((_, _) -> ScriptedRouter.failed(Fault.NETWORK));
        leftBehind("s-1", 2);
        time.pass(Duration.ofDays(2));
        try (PostOffice office = open()) {
            office.await("it is given up", () -> {
                time.pass(Duration.ofSeconds(1));
                return office.depth().dead() == 1;
            });
            assertThat(router.calls()).hasSize(5);
        }
    }

    @Test
    void aMessageThatNobodyCanReadIsADeadLetter() {
        PostOffice.put(store, "s-1", new Message("m-1", 2, "{\"of\":\"another version\"}"), time.now());
        try (PostOffice office = open()) {
            office.await("it is given up", () -> office.depth().dead() == 1);
            assertThat(router.calls()).isEmpty();
        }
    }

    @Test
    void aCallThatMustNotBeMadeTwiceIsNotWhenItMayHaveArrived() {
        ScriptedRouter once = new ScriptedRouter(new Limit.None(), false).next(Fault.TIMEOUT);
        try (PostOffice office = new PostOffice(once, store, Policies.webhooksOnly(), time)) {
            assertThat(office.deliver("s-1", 2)).isInstanceOfSatisfying(Delivery.Failed.class,
                    failed -> assertThat(failed.message()).startsWith("unknown: it may have arrived"));
            assertThat(once.calls()).hasSize(1);
            assertThat(office.depth().dead()).isOne();

            once.next((_, _) -> ScriptedRouter.failed(Fault.NETWORK).notArrived());
            assertThat(office.deliver("s-2", 2)).as("it was never sent").isEqualTo(new Delivery.Delivered("{}", 1));
        }
    }

    @Test
    void aCallThatMustNotBeMadeTwiceIsIfTheConfigurationSaysSo() {
        ScriptedRouter once = new ScriptedRouter(new Limit.None(), false).next(Fault.TIMEOUT);
        try (PostOffice office = new PostOffice(once, store, Policies.resendUnknown(), time)) {
            assertThat(office.deliver("s-1", 2)).isEqualTo(new Delivery.Delivered("{}", 1));
        }
    }

    @Test
    void closingLetsACallUnderWayEndAndKeepsTheRest() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        router.next((_, _) -> {
            begun.countDown();
            release.await();
            return ScriptedRouter.DELIVERED;
        });
        leftBehind("s-1", 2);
        leftBehind("s-2", 1);
        PostOffice office = open(Policies.oneAtATime());
        office.await("a call", () -> begun.getCount() == 0);
        Thread closing = Thread.startVirtualThread(office::close);
        release.countDown();
        office.await("the end", () -> !closing.isAlive());
        assertThat(office.told()).contains("s-1 manager");
        assertThat(office.depth().waiting() + office.told().size()).as("nothing is lost").isEqualTo(2);
    }

    @Test
    void closingInterruptsACallThatHangsAndItsMessageIsDueAtTheNextStart() {
        CountDownLatch begun = new CountDownLatch(1);
        router.next((_, _) -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return ScriptedRouter.DELIVERED;
        });
        leftBehind("s-1", 2);
        try (PostOffice office = open(Policies.drainAtOnce())) {
            office.await("a call", () -> begun.getCount() == 0);
        }
        try (PostOffice next = open()) {
            time.pass(Duration.ofSeconds(1));
            next.awaitEmpty();
            assertThat(next.told()).containsExactly("s-1 manager");
        }
    }
}
