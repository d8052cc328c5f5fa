package simmer.host.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import simmer.spi.Batches;
import simmer.spi.ModelTraits;
import simmer.spi.Score;
import simmer.spi.Scoring;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Turn;
import simmer.spi.Utterance;
import simmer.testkit.Await;
import simmer.testkit.Turns;

/** While the model keeps every core busy, virtual threads, on which webhooks are answered, must still get their turn. */
final class StarvationTest {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final long READ_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int WAKE_UPS = 200;

    /** Spins as native code does: it never lets go of its thread by itself. */
    private static final class BusyModel implements SentimentModel {

        @Override
        public ModelTraits traits() {
            return new ModelTraits("", CORES, Batches.ofOne(), 128, Set.of());
        }

        @Override
        public List<Sentiment> read(List<Utterance> batch) {
            long until = System.nanoTime() + READ_NANOS;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return Collections.nCopies(batch.size(), Turns.sentiment(0.5, 0.5, 0));
        }

        @Override
        public void close() {
            // Holds nothing.
        }

        @Override
        public String name() {
            return "busy";
        }

        @Override
        public String type() {
            return "busy";
        }
    }

    private record Newest(String name) implements Scoring {

        @Override
        public Score score(List<Turn> turns) {
            return Score.weightedMean(turns, turn -> turn.sentiment().negative(), age -> age == 0 ? 1 : 0);
        }

        @Override
        public String type() {
            return "newest";
        }
    }

    @Test
    void virtualThreadsWakeUpInTimeUnderFullInferenceLoad() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        List<Long> late = new ArrayList<>();
        try (ConversationScorer scorer = ConversationScorer.cold(new BusyModel(), new Newest("newest"),
                new ReadingLimits(Duration.ofSeconds(20), 100_000, 1_000_000));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4 * CORES; i++) {
                callers.execute(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        scorer.read(List.of(new Utterance("utterance " + asked.incrementAndGet())), "",
                                Duration.ofSeconds(40));
                    }
                });
            }
            Await.until("the model is busy", () -> asked.get() >= 8 * CORES);
            Thread sleeper = Thread.startVirtualThread(() -> {
                for (int i = 0; i < WAKE_UPS; i++) {
                    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                    late.add(System.nanoTime() - due);
                }
            });
            assertThat(sleeper.join(Duration.ofSeconds(30))).as("every wake-up came").isTrue();
            callers.shutdownNow();
        }
        Collections.sort(late);
        assertThat(Duration.ofNanos(late.get(WAKE_UPS / 2))).as("half of the wake-ups").isLessThan(Duration.ofMillis(20));
    }
}
