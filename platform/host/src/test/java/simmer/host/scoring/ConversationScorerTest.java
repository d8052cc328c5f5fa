package simmer.host.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.helidon.config.Config;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import simmer.host.fixture.EvenScoringProvider;
import simmer.host.scoring.Failure.Why;
import simmer.spi.Batches;
import simmer.spi.ModelException;
import simmer.spi.ModelTraits;
import simmer.spi.Utterance;
import simmer.testkit.Await;

final class ConversationScorerTest {

    private static final Duration LONG = Duration.ofSeconds(40);
    private static final ReadingLimits WIDE = new ReadingLimits(Duration.ofSeconds(20), 100_000, 1_000_000);

    @AutoClose
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    private static GatedModel model(int threads) {
        return new GatedModel(new ModelTraits("", threads, Batches.ofOne(), 128, Set.of()));
    }

    private static ConversationScorer scorer(GatedModel model, ReadingLimits limits) {
        return ConversationScorer.cold(model, new EvenScoringProvider().create(Config.empty(), "mean"), limits);
    }

    private static List<Utterance> said(String... utterances) {
        return Arrays.stream(utterances).map(Utterance::new).toList();
    }

    private CompletableFuture<Readout> score(ConversationScorer scorer, String... utterances) {
        return CompletableFuture.supplyAsync(() -> scorer.read(said(utterances), "", LONG), callers);
    }

    private static void awaitQueued(ConversationScorer scorer, int utterances) {
        Await.until(utterances + " wait", () -> scorer.figures().queuedUtterances() == utterances);
    }

    private static int turns(Readout scored) {
        assertThat(scored).isInstanceOf(Readout.Read.class);
        return ((Readout.Read) scored).sentiments().size();
    }

    @Test
    void theModelNeverRunsOnAVirtualThread() {
        GatedModel model = model(2);
        model.open();
        try (ConversationScorer scorer = scorer(model, WIDE)) {
            List<CompletableFuture<Readout>> results = IntStream.range(0, 20)
                    .mapToObj(i -> score(scorer, "first of " + i, "second of " + i)).toList();
            assertThat(results).allSatisfy(result -> assertThat(turns(result.join())).isEqualTo(2));
        }
        assertThat(model.texts()).hasSize(40).doesNotHaveDuplicates();
        assertThat(model.readsOnVirtualThreads()).isZero();
    }

    @Test
    void anUtteranceIsReadOnceHoweverOftenItComesIn() {
        GatedModel model = model(2);
        try (ConversationScorer scorer = scorer(model, WIDE)) {
            List<CompletableFuture<Readout>> atOnce = IntStream.range(0, 50).mapToObj(_ -> score(scorer, "a", "b")).toList();
            model.awaitReads(2);
            model.open();
            assertThat(atOnce).allSatisfy(result -> assertThat(turns(result.join())).isEqualTo(2));
            assertThat(turns(score(scorer, "a", "b", "c").join())).isEqualTo(3);
            assertThat(model.texts()).containsExactlyInAnyOrder("a", "b", "c");
            ReadingFigures figures = scorer.figures();
            assertThat(figures.misses()).isEqualTo(3);
            assertThat(figures.hits()).isEqualTo(50 * 2 + 3 - 3);
            assertThat(figures.cacheBytes()).isPositive();
        }
    }

    @Test
    void whatFailedIsReadAnew() {
        GatedModel model = model(1);
        model.open();
        try (ConversationScorer scorer = scorer(model, WIDE)) {
            Failure failure = new Failure(Why.FAILED, "model gated failed");
            assertThat(scorer.read(said("fails"), "", LONG)).isEqualTo(failure);
            assertThat(scorer.read(said("fails"), "", LONG)).isEqualTo(failure);
            assertThat(model.texts()).containsExactly("fails", "fails");
            // The cache adds up what it holds in the background.
            Await.until("nothing is remembered", () -> scorer.figures().cacheBytes() == 0);
        }
    }

    @Test
    void aTurnOfLongAgoThatFailsLeavesTheNewerOnesTheirScore() {
        GatedModel model = model(1);
        model.open();
        try (ConversationScorer scorer = scorer(model, WIDE)) {
            Readout scored = scorer.read(said("oldest", "fails", "newer", "newest"), "", LONG);
            assertThat(turns(scored)).isEqualTo(2);
        }
    }

    @Test
    void whatFindsNoRoomIsRefusedAtOnce() {
        GatedModel model = model(1);
        try (ConversationScorer scorer = scorer(model, new ReadingLimits(WIDE.within(), 6, 1_000_000))) {
            CompletableFuture<Readout> reading = score(scorer, "is being read");
            model.awaitReads(1);
            CompletableFuture<Readout> waiting = score(scorer, "waits");
            awaitQueued(scorer, 1);
            assertThat(scorer.read(said("finds no room at all"), "", LONG)).isEqualTo(new Failure(Why.OVERLOAD,
                    "overload: more utterances wait for the model than it can read in time"));
            model.open();
            assertThat(List.of(reading.join(), waiting.join())).allMatch(Readout.Read.class::isInstance);
        }
        assertThat(model.texts()).containsExactly("is being read", "waits");
    }

    @Test
    void historyThatFindsNoRoomIsLeftOutWithAllThatIsOlder() {
        GatedModel model = model(1);
        try (ConversationScorer scorer = scorer(model, new ReadingLimits(WIDE.within(), 20, 1_000_000))) {
            CompletableFuture<Readout> other = score(scorer, "is being read");
            model.awaitReads(1);
            CompletableFuture<Readout> scored = score(scorer, "o", "this one is far too long for half of the room", "x",
                    "newest");
            awaitQueued(scorer, 2);
            model.open();
            assertThat(turns(scored.join())).isEqualTo(2);
            assertThat(turns(other.join())).isEqualTo(1);
        }
        assertThat(model.texts()).containsExactly("is being read", "newest", "x");
    }

    @Test
    void whatWasJustSaidGoesBeforeTheHistoryOfOthers() {
        GatedModel model = model(1);
        try (ConversationScorer scorer = scorer(model, WIDE)) {
            CompletableFuture<Readout> first = score(scorer, "one", "two", "three");
            model.awaitReads(1);
            awaitQueued(scorer, 2);
            CompletableFuture<Readout> second = score(scorer, "four");
            awaitQueued(scorer, 3);
            CompletableFuture<Readout> hurried = score(scorer, "one");
            Await.until("the first is known", () -> scorer.figures().hits() > 0);
            model.let(1);
            model.awaitReads(2);
            model.open();
            CompletableFuture.allOf(first, second, hurried).join();
        }
        assertThat(model.texts()).startsWith("three", "four").endsWith("two");
    }

    @Test
    void whatIsGivenUpLeavesTheQueueAndIsNeverRead() {
        GatedModel model = model(1);
        try (ConversationScorer scorer = scorer(model, WIDE)) {
            CompletableFuture<Readout> first = score(scorer, "is being read");
            model.awaitReads(1);
            assertThat(scorer.read(said("history", "given up"), "", Duration.ofMillis(80))).isEqualTo(
                    new Failure(Why.TIMEOUT, "the model took longer than the answer may"));
            assertThat(scorer.figures().queuedUtterances()).isZero();
            model.open();
            assertThat(turns(first.join())).isEqualTo(1);
            assertThat(turns(scorer.read(said("given up"), "", LONG))).as("asked for anew").isEqualTo(1);
        }
        assertThat(model.texts()).containsExactly("is being read", "given up");
    }

    @Test
    void readingTakesHalfOfTheTimeAtMost() {
        GatedModel model = model(1);
        try (ConversationScorer scorer = scorer(model, WIDE)) {
            long begun = System.nanoTime();
            assertThat(scorer.read(said("hangs"), "", Duration.ofSeconds(1))).isInstanceOf(Failure.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofMillis(490),
                    Duration.ofMillis(990));
            model.open();
        }
    }

    private static List<Integer> sizesAtWarmUp(Duration linger) {
        GatedModel model = new GatedModel(new ModelTraits("", 2, new Batches(4, 64, linger), 20, Set.of()));
        model.open();
        try (ConversationScorer scorer = ConversationScorer.warming(model,
                new EvenScoringProvider().create(Config.empty(), "mean"), WIDE)) {
            scorer.awaitWarm(LONG);
        }
        List<Integer> words = model.texts().stream().map(text -> text.split(" ").length).distinct().sorted().toList();
        assertThat(words).containsExactly(8, 16, 20);
        return model.batches().stream().map(List::size).sorted().toList();
    }

    @Test
    void eachThreadIsWarmBeforeTheFirstConversation() {
        assertThat(sizesAtWarmUp(Duration.ZERO)).as("alone in each width, and together once, by each thread")
                .containsExactly(1, 1, 1, 1, 1, 1, 4, 4);
        assertThat(sizesAtWarmUp(Duration.ofMillis(1))).as("alone and in the largest batch of each width, by each thread")
                .containsExactly(1, 1, 1, 1, 1, 1, 3, 3, 4, 4, 4, 4);
    }

    @Test
    void aModelThatDoesNotWarmUpInTimeIsRefused() {
        GatedModel model = model(1);
        ConversationScorer scorer = ConversationScorer.warming(model,
                new EvenScoringProvider().create(Config.empty(), "mean"), WIDE);
        model.awaitReads(1);
        assertThatThrownBy(() -> scorer.awaitWarm(Duration.ofMillis(50))).isInstanceOf(ModelException.class)
                .hasMessageContaining("to warm up");
        CompletableFuture<Void> closing = CompletableFuture.runAsync(scorer::close, callers);
        awaitClosed(scorer);
        model.open();
        closing.join();
        assertThat(model.batches()).as("a closed one ends the read under way, not the warm-up").hasSize(1);
    }

    private static void awaitClosed(ConversationScorer scorer) {
        long until = System.nanoTime() + LONG.toNanos();
        while (!(scorer.read(said("late"), "", Duration.ofMillis(20)) instanceof Failure failure
                && failure.why() == Failure.Why.OVERLOAD)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
        }
    }

    @Test
    void aModelThatShowsNoSignIsNoticed() {
        GatedModel model = model(1);
        try (ConversationScorer scorer = scorer(model, WIDE)) {
            assertThat(scorer.state().silence()).as("nothing was asked").isZero();
            CompletableFuture<Readout> scored = score(scorer, "hello");
            model.awaitReads(1);
            assertThat(scorer.state().silence()).isPositive();
            model.open();
            assertThat(turns(scored.join())).isEqualTo(1);
            Await.until("it is idle", () -> scorer.state().silence().isZero());
        }
    }

    @Test
    void aClosedScorerRefuses() {
        GatedModel model = model(1);
        model.open();
        List<ConversationScorer> closed = new ArrayList<>();
        try (ConversationScorer scorer = scorer(model, WIDE)) {
            closed.add(scorer);
        }
        assertThat(closed.getFirst().read(said("late"), "", LONG)).isInstanceOf(Failure.class);
    }
}
