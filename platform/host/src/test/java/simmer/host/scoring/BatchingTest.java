package simmer.host.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import simmer.host.scoring.Reading.Result;
import simmer.spi.Batches;
import simmer.spi.ModelTraits;
import simmer.spi.Utterance;

final class BatchingTest {

    private static final Duration AMPLE = Duration.ofSeconds(20);

    private final Pace pace = new Pace(traits(Duration.ZERO));

    private static ModelTraits traits(Duration linger) {
        return new ModelTraits("", 1, new Batches(4, 1_000, linger), 128, Set.of());
    }

    private ReadingQueue queue(GatedModel model) {
        return new ReadingQueue(model.traits(), pace, 10_000, System::nanoTime);
    }

    private ModelThreads threads(GatedModel model, ReadingQueue queue) {
        return new ModelThreads(model, queue, pace, List.of(), System::nanoTime);
    }

    private List<Reading> offer(ReadingQueue queue, String... texts) {
        long until = System.nanoTime() + AMPLE.toNanos();
        return List.of(texts).stream().map(text -> {
            Waiting waiting = new Waiting(new Reading(), new Utterance(text), 5);
            assertThat(waiting.reading().join(until)).isTrue();
            assertThat(queue.offer(waiting, Lane.NEWEST, until)).isTrue();
            return waiting.reading();
        }).toList();
    }

    private static void assertRead(List<Reading> readings) {
        for (Reading reading : readings) {
            assertThat(reading.result()).succeedsWithin(AMPLE).isInstanceOf(Result.Read.class);
        }
    }

    @Test
    void aDeepQueueIsReadInBatchesAndAShallowOneAlone() {
        GatedModel model = new GatedModel(traits(Duration.ZERO));
        ReadingQueue queue = queue(model);
        try (ModelThreads _ = threads(model, queue)) {
            List<Reading> first = offer(queue, "is being read");
            model.awaitReads(1);
            List<Reading> deep = offer(queue, "a", "b", "c", "d", "e", "f");
            model.open();
            assertRead(first);
            assertRead(deep);
        }
        assertThat(model.batches()).containsExactly(List.of("is being read"), List.of("a", "b", "c", "d"), List.of("e"),
                List.of("f"));
    }

    @Test
    void oneThatMakesTheBatchFailFailsAlone() {
        GatedModel model = new GatedModel(traits(Duration.ZERO));
        ReadingQueue queue = queue(model);
        try (ModelThreads _ = threads(model, queue)) {
            offer(queue, "is being read");
            model.awaitReads(1);
            List<Reading> batch = offer(queue, "a", "fails", "c", "d");
            model.open();
            assertThat(batch.get(1).result()).succeedsWithin(AMPLE).isInstanceOf(Result.Broken.class);
            assertRead(List.of(batch.get(0), batch.get(2), batch.get(3)));
        }
    }

    @Test
    void aModelThatLikesToWaitGetsItsBatch() {
        GatedModel model = new GatedModel(traits(AMPLE));
        model.open();
        ReadingQueue queue = queue(model);
        try (ModelThreads _ = threads(model, queue)) {
            assertRead(offer(queue, "a", "b", "c", "d"));
        }
        assertThat(model.batches()).containsExactly(List.of("a", "b", "c", "d"));
    }

    @Test
    void whatCanNotBeReadInTimeIsNotTakenOn() {
        GatedModel model = new GatedModel(traits(Duration.ZERO));
        ReadingQueue queue = queue(model);
        IntStream.range(0, 100).forEach(_ -> pace.record(5, Duration.ofMillis(100)));
        try (ModelThreads _ = threads(model, queue)) {
            long soon = System.nanoTime() + Duration.ofMillis(150).toNanos();
            assertThat(queue.offer(waiting(soon), Lane.NEWEST, soon)).as("nothing is ahead").isTrue();
            model.awaitReads(1);
            assertThat(queue.offer(waiting(soon), Lane.NEWEST, soon)).as("100 ms ahead").isFalse();
            long later = System.nanoTime() + Duration.ofMillis(450).toNanos();
            assertThat(queue.offer(waiting(later), Lane.HISTORY, later)).isTrue();
            assertThat(queue.offer(waiting(later), Lane.NEWEST, later)).as("history is not ahead of it").isTrue();
            assertThat(queue.offer(waiting(later), Lane.HISTORY, later)).as("400 ms ahead").isFalse();
            model.open();
        }
    }

    private static Waiting waiting(long until) {
        Waiting waiting = new Waiting(new Reading(), new Utterance("x"), 5);
        assertThat(waiting.reading().join(until)).isTrue();
        return waiting;
    }
}
