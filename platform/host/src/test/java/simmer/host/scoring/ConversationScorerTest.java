package simmer.host.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import simmer.spi.Conversation;
import simmer.spi.ModelTraits;
import simmer.spi.Score;
import simmer.spi.Scoring;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Session;
import simmer.spi.Turn;
import simmer.spi.Utterance;
import simmer.testkit.Turns;

final class ConversationScorerTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    /** Waits in each read until it is let go; notes which kind of thread read. */
    private static final class GatedModel implements SentimentModel {

        private final CountDownLatch gate = new CountDownLatch(1);
        private final AtomicInteger reads = new AtomicInteger();
        private final AtomicInteger onVirtualThreads = new AtomicInteger();

        @Override
        public ModelTraits traits() {
            return new ModelTraits(2, 8, 128, Set.of());
        }

        @Override
        public List<Sentiment> read(List<Utterance> batch) {
            reads.addAndGet(batch.size());
            if (Thread.currentThread().isVirtual()) {
                onVirtualThreads.incrementAndGet();
            }
            try {
                assertThat(gate.await(LONG.toSeconds(), TimeUnit.SECONDS)).as("the gate opened").isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Collections.nCopies(batch.size(), Turns.sentiment(0.5, 0.5, 0));
        }

        @Override
        public void close() {
            gate.countDown();
        }

        @Override
        public String name() {
            return "gated";
        }

        @Override
        public String type() {
            return "gated";
        }
    }

    private record Mean(String name) implements Scoring {

        @Override
        public Score score(List<Turn> turns) {
            return Score.weightedMean(turns, turn -> turn.sentiment().negative(), _ -> 1);
        }

        @Override
        public String type() {
            return "mean";
        }
    }

    private static Conversation conversation(int turns) {
        return new Conversation(new Session("s", "", ""), Collections.nCopies(turns, new Utterance("hello")));
    }

    @Test
    void theModelNeverRunsOnAVirtualThread() throws InterruptedException {
        GatedModel model = new GatedModel();
        model.gate.countDown();
        List<Scored> results = Collections.synchronizedList(new ArrayList<>());
        try (ConversationScorer scorer = new ConversationScorer(model, new Mean("mean"), 1_000)) {
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                callers.add(Thread.startVirtualThread(() -> results.add(scorer.score(conversation(5), LONG))));
            }
            for (Thread caller : callers) {
                caller.join();
            }
        }
        assertThat(results).hasSize(20).allMatch(Scored.Success.class::isInstance);
        assertThat(model.reads).hasValue(100);
        assertThat(model.onVirtualThreads).hasValue(0);
    }

    @Test
    void whatFindsNoRoomIsRefusedAtOnceAndAsAWhole() throws InterruptedException {
        GatedModel model = new GatedModel();
        try (ConversationScorer scorer = new ConversationScorer(model, new Mean("mean"), 10)) {
            Thread first = Thread.startVirtualThread(() -> scorer.score(conversation(12), LONG));
            while (scorer.queued() < 10) {
                Thread.onSpinWait();
            }
            assertThat(scorer.score(conversation(3), LONG)).isEqualTo(new Scored.Failure(Scored.Why.OVERLOAD,
                    "overload: more utterances wait for the model than are taken on"));
            assertThat(scorer.queued()).isEqualTo(10);
            model.gate.countDown();
            first.join();
        }
        assertThat(model.reads).hasValue(12);
    }

    @Test
    void whatIsGivenUpLeavesTheQueueAndIsNeverRead() {
        GatedModel model = new GatedModel();
        try (ConversationScorer scorer = new ConversationScorer(model, new Mean("mean"), 100)) {
            assertThat(scorer.score(conversation(50), Duration.ofMillis(50))).isEqualTo(
                    new Scored.Failure(Scored.Why.TIMEOUT, "the model took longer than the answer may"));
            assertThat(scorer.queued()).isZero();
            model.gate.countDown();
        }
        assertThat(model.reads.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void aModelThatShowsNoSignIsNoticed() throws Exception {
        GatedModel model = new GatedModel();
        AtomicLong nanos = new AtomicLong();
        try (ModelThreads threads = new ModelThreads(model, 10, nanos::get)) {
            nanos.addAndGet(Duration.ofHours(1).toNanos());
            assertThat(threads.silence()).as("nothing was asked").isZero();
            var reads = threads.submit(List.of(new Utterance("hello")), LONG);
            while (model.reads.get() == 0) {
                Thread.onSpinWait();
            }
            nanos.addAndGet(Duration.ofSeconds(12).toNanos());
            assertThat(threads.silence()).isEqualTo(Duration.ofSeconds(12));
            model.gate.countDown();
            assertThat(reads.getFirst().get()).isNotNull();
            while (!threads.silence().isZero()) {
                Thread.onSpinWait();
            }
        }
    }
}
