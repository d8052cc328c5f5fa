package simmer.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.helidon.config.Config;
import io.helidon.metrics.api.Metrics;
import org.junit.jupiter.api.Test;

import simmer.host.admin.Meters;
import simmer.host.decision.Levels;
import simmer.host.delivery.Backoff;
import simmer.host.delivery.Delivery;
import simmer.host.delivery.DeliveryPolicy;
import simmer.host.delivery.Dispatcher;
import simmer.host.delivery.Time;
import simmer.host.fixture.MemoryStore;
import simmer.host.fixture.NewestScoringProvider;
import simmer.host.fixture.PlainPolicy;
import simmer.host.fixture.ScriptedRouterProvider;
import simmer.host.fixture.Untold;
import simmer.host.handover.Desk;
import simmer.host.handover.Handovers;
import simmer.host.rules.Repeats;
import simmer.host.rules.Rules;
import simmer.host.scoring.ConversationScorer;
import simmer.host.scoring.ReadingLimits;
import simmer.host.session.Conversations;
import simmer.host.session.Incoming;
import simmer.host.session.Memory;
import simmer.host.session.TurnKeys;
import simmer.host.store.Message;
import simmer.host.store.Outbox.Claimed;
import simmer.host.store.Sessions;
import simmer.spi.Conversation;
import simmer.spi.Decision;
import simmer.spi.Dispatch;
import simmer.spi.Level;
import simmer.spi.ModelException;
import simmer.spi.ModelTraits;
import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Session;
import simmer.spi.Utterance;

/** All rooms together, without HTTP. */
final class PipelineTest {

    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofHours(1), 0.5);
    private static final DeliveryPolicy POLICY = new DeliveryPolicy(3, BACKOFF, BACKOFF, 50, Duration.ofDays(1),
            Duration.ofSeconds(5), 8, Duration.ofMinutes(5), 100, Duration.ofSeconds(1), false, Duration.ofSeconds(5));
    private static final Levels LEVELS = new Levels(List.of(new Level("standard", 0, "main_flow", "continue"),
            new Level("manager", 0.65, "manager_escalation", "start")));

    /** Fails once, then reads everything as negative. */
    private static final class FailsOnce implements SentimentModel {

        private final AtomicBoolean failed = new AtomicBoolean();

        @Override
        public ModelTraits traits() {
            return new ModelTraits(1, 1, 128, Set.of());
        }

        @Override
        public List<Sentiment> read(List<Utterance> batch) {
            if (failed.compareAndSet(false, true)) {
                throw new ModelException("the engine failed");
            }
            return Collections.nCopies(batch.size(), new Sentiment(0.9, 0.1, 0, 3));
        }

        @Override
        public void close() {
            // Holds nothing.
        }

        @Override
        public String name() {
            return "fails-once";
        }

        @Override
        public String type() {
            return "fails-once";
        }
    }

    private static Rooms rooms(ConversationScorer scorer, Dispatcher dispatcher) {
        return new Rooms(scorer, Rules.of(List.of(), List.of()), new Repeats(List.of()), dispatcher,
                new Handovers(LEVELS.lowest().name(), Map.of(), false), History.PAYLOAD);
    }

    @Test
    void aTurnThatWasAnsweredWithoutAScoreIsDegradedWhenItComesAgainToo() {
        MemoryStore store = new MemoryStore();
        Meters meters = new Meters(Metrics.createMeterRegistry());
        // Every turn is sent, so there is something to remember of a turn without a score.
        Conversations conversations = new Conversations(store.sessions(), PlainPolicy.of(LEVELS),
                new Memory(true, 200, 8, Duration.ofSeconds(30), true), new TurnKeys("", "fails-once"));
        try (ConversationScorer scorer = ConversationScorer.cold(new FailsOnce(),
                new NewestScoringProvider().create(Config.empty(), "newest"), new ReadingLimits(AMPLE, 10_000, 1_000_000));
                Dispatcher dispatcher = new Dispatcher(new ScriptedRouterProvider().create(Config.empty(), "scripted"),
                        store,
                        POLICY, new SessionSettlement(conversations), meters, Untold.SCENES, Time.ofMachine());
                Pipeline pipeline = new Pipeline(rooms(scorer, dispatcher), conversations, meters,
                        Time.ofMachine(), AMPLE)) {
            Incoming turn = new Incoming(new Conversation(new Session("s", "", ""), List.of(new Utterance("hello"))),
                    "input-1",
                    "", 0);
            Outcome first = pipeline.run(turn, System.nanoTime());
            assertThat(first.shortfall()).contains("model fails-once failed");
            Outcome again = pipeline.run(turn, System.nanoTime());
            assertThat(again.decision().scored()).isFalse();
            assertThat(again.shortfall()).contains("no score could be made when this turn first came");
            assertThat(again.delivery()).isInstanceOf(Delivery.Delivered.class);
        }
    }

    /** Delivers all, and keeps what it was given. */
    private record Keeping(List<Dispatch> given) implements Router {

        @Override
        public RoutingResult route(Dispatch dispatch, Duration within) {
            given.add(dispatch);
            return new RoutingResult.Delivered("{}");
        }

        @Override
        public RoutingResult route(Session session, Decision decision, Duration within) {
            return new RoutingResult.NothingToSend();
        }

        @Override
        public void close() {
            // Holds nothing.
        }

        @Override
        public String name() {
            return "keeping";
        }

        @Override
        public String type() {
            return "keeping";
        }
    }

    @Test
    void aHandoverGoesWithItsDecisionByWayOfTheOutbox() {
        MemoryStore store = new MemoryStore();
        Meters meters = new Meters(Metrics.createMeterRegistry());
        List<Dispatch> given = new CopyOnWriteArrayList<>();
        Conversations conversations = new Conversations(store.sessions(), PlainPolicy.of(LEVELS),
                new Memory(true, 200, 8, Duration.ofSeconds(30), false), new TurnKeys("", "fails-once"));
        try (ConversationScorer scorer = ConversationScorer.cold(new FailsOnce(),
                new NewestScoringProvider().create(Config.empty(), "newest"), new ReadingLimits(AMPLE, 10_000, 1_000_000));
                Dispatcher dispatcher = new Dispatcher(new Keeping(given), store, POLICY,
                        new SessionSettlement(conversations), meters, Untold.SCENES, Time.ofMachine());
                Pipeline pipeline = new Pipeline(new Rooms(scorer, Rules.of(List.of(), List.of()), new Repeats(List.of()),
                        dispatcher, new Handovers("standard", Map.of("manager", new Desk("complaints", 7)), false),
                        History.PAYLOAD), conversations, meters, Time.ofMachine(), AMPLE)) {
            Session session = new Session("s", "", "en", "u-1");
            assertThat(pipeline.run(turn(session, "unread"), System.nanoTime()).handover()).as("on the lowest level")
                    .isEmpty();
            Outcome outcome = pipeline.run(turn(session, "hello"), System.nanoTime());
            assertThat(outcome.handover().orElseThrow().skill()).isEqualTo("complaints");
            assertThat(given).singleElement().satisfies(dispatch -> {
                assertThat(dispatch.handover()).isEqualTo(outcome.handover());
                assertThat(dispatch.session()).isEqualTo(session);
                assertThat(dispatch.decision().reasonCode()).isEqualTo(outcome.decision().reasonCode());
            });
        }
    }

    @Test
    void aProcessThatStoodStillUntilTheTimeWasLongOverKeepsNothing() {
        MemoryStore store = new MemoryStore();
        Meters meters = new Meters(Metrics.createMeterRegistry());
        List<Dispatch> given = new CopyOnWriteArrayList<>();
        Conversations conversations = new Conversations(store.sessions(), PlainPolicy.of(LEVELS),
                new Memory(true, 200, 8, Duration.ofSeconds(30), true), new TurnKeys("", "fails-once"));
        try (ConversationScorer scorer = ConversationScorer.cold(new FailsOnce(),
                new NewestScoringProvider().create(Config.empty(), "newest"), new ReadingLimits(AMPLE, 10_000, 1_000_000));
                Dispatcher dispatcher = new Dispatcher(new Keeping(given), store, POLICY,
                        new SessionSettlement(conversations), meters, Untold.SCENES, Time.ofMachine());
                Pipeline pipeline = new Pipeline(rooms(scorer, dispatcher), conversations, meters,
                        Time.ofMachine(), AMPLE)) {
            Session session = new Session("s", "", "en", "u-1");
            long longAgo = System.nanoTime() - AMPLE.plusSeconds(5).toNanos();
            assertThat(pipeline.run(turn(session, "stale"), longAgo).isDegraded()).isTrue();
            // Waits for the first, which may still be under way: its caller did not.
            assertThat(pipeline.run(turn(session, "hello"), System.nanoTime()).delivery())
                    .isInstanceOf(Delivery.Delivered.class);
            assertThat(given).as("sent for the second alone").hasSize(1);
            assertThat(store.sessions().find("s").orElseThrow().version()).as("saved for the second, and for its arrival")
                    .isEqualTo(2);
        }
    }

    private static Incoming turn(Session session, String text) {
        return new Incoming(new Conversation(session, List.of(new Utterance(text))), "", "", 0);
    }

    /** A store's sessions, which hang from a certain time on when they are to be saved, until the test is over. */
    private record HangingSessions(Sessions sessions, AtomicBoolean hang, CountDownLatch over) implements Sessions {

        @Override
        public boolean areShared() {
            return sessions.areShared();
        }

        @Override
        public Optional<Saved> find(String sessionId) {
            return sessions.find(sessionId);
        }

        @Override
        public boolean save(String sessionId, long expectedVersion, String state, Optional<Message> message, Instant now) {
            if (!hang.get()) {
                return sessions.save(sessionId, expectedVersion, state, message, now);
            }
            try {
                return over.await(AMPLE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public Settled settle(Claimed claimed, Ending ending, long expectedVersion, String state, Instant now) {
            return sessions.settle(claimed, ending, expectedVersion, state, now);
        }

        @Override
        public int forgetUnusedSince(Instant since) {
            return sessions.forgetUnusedSince(since);
        }
    }

    @Test
    void aStoreThatHangsKeepsNobodyLongerThanAnAnswerMayTakeAndTheSessionIsWhereItWas() {
        MemoryStore store = new MemoryStore();
        AtomicBoolean hang = new AtomicBoolean();
        CountDownLatch over = new CountDownLatch(1);
        Meters meters = new Meters(Metrics.createMeterRegistry());
        Conversations conversations = new Conversations(new HangingSessions(store.sessions(), hang, over),
                PlainPolicy.of(LEVELS), new Memory(true, 200, 8, Duration.ofSeconds(30), false),
                new TurnKeys("", "fails-once"));
        try (ConversationScorer scorer = ConversationScorer.cold(new FailsOnce(),
                new NewestScoringProvider().create(Config.empty(), "newest"), new ReadingLimits(AMPLE, 10_000, 1_000_000));
                Dispatcher dispatcher = new Dispatcher(new ScriptedRouterProvider().create(Config.empty(), "scripted"),
                        store, POLICY, new SessionSettlement(conversations), meters, Untold.SCENES, Time.ofMachine());
                Pipeline pipeline = new Pipeline(rooms(scorer, dispatcher), conversations, meters, Time.ofMachine(), AMPLE);
                Pipeline hasty = new Pipeline(rooms(scorer, dispatcher), conversations, meters, Time.ofMachine(),
                        Duration.ofMillis(500))) {
            Session session = new Session("s", "", "");
            pipeline.run(turn(session, "unread"), System.nanoTime());
            assertThat(pipeline.run(turn(session, "hello"), System.nanoTime()).holds().name()).isEqualTo("manager");
            hang.set(true);
            Outcome known = hasty.run(turn(session, "again"), System.nanoTime());
            Outcome unknown = hasty.run(turn(new Session("t", "", ""), "hello"), System.nanoTime());
            assertThat(over.getCount()).as("the store still hangs").isOne();
            assertThat(List.of(known, unknown)).allSatisfy(outcome -> {
                assertThat(outcome.isDegraded()).isTrue();
                assertThat(outcome.decision().scored()).isFalse();
                assertThat(outcome.decision().reasonCode()).isEqualTo("timeout");
            });
            assertThat(known.holds().name()).isEqualTo("manager");
            assertThat(known.handover()).isPresent();
            assertThat(unknown.holds().name()).isEqualTo("standard");
            over.countDown();
        }
    }
}
