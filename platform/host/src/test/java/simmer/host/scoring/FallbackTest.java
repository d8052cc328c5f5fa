package simmer.host.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.helidon.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.host.fixture.EvenScoringProvider;
import simmer.host.scoring.Failure.Why;
import simmer.spi.ModelException;
import simmer.spi.Utterance;

/** A model that can't read, and another one that can. */
@Timeout(60)
final class FallbackTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final ReadingLimits LIMITS = new ReadingLimits(Duration.ofSeconds(10), 100_000, 1_000_000);

    private final SwitchedModel model = new SwitchedModel("server", 0.9);
    private final SwitchedModel fallback = new SwitchedModel("local", 0.4);

    private ConversationScorer scorer() {
        ConversationScorer scorer = ConversationScorer.warming(model, fallback,
                new EvenScoringProvider().create(Config.empty(), "mean"), LIMITS);
        scorer.awaitWarm(LONG);
        return scorer;
    }

    private static Readout read(ConversationScorer scorer, String... texts) {
        return scorer.read(Arrays.stream(texts).map(Utterance::new).toList(), "", LONG);
    }

    private static List<Double> negatives(Readout readout) {
        assertThat(readout).isInstanceOf(Readout.Read.class);
        return ((Readout.Read) readout).sentiments().stream().map(sentiment -> sentiment.negative()).toList();
    }

    private static Optional<String> instead(Readout readout) {
        assertThat(readout).isInstanceOf(Readout.Read.class);
        return ((Readout.Read) readout).instead().map(Failure::sentence);
    }

    @Test
    void aModelThatCanReadNeedsNoFallback() {
        try (ConversationScorer scorer = scorer()) {
            Readout read = read(scorer, "one", "two");
            assertThat(negatives(read)).containsExactly(0.9, 0.9);
            assertThat(instead(read)).isEmpty();
            assertThat(fallback.texts()).isEmpty();
            assertThat(scorer.state()).isEqualTo(new ModelState(Duration.ZERO, Optional.empty(), true));
        }
    }

    @Test
    void whatTheModelFailsAtTheFallbackReads() {
        try (ConversationScorer scorer = scorer()) {
            model.failing();
            Readout read = read(scorer, "one", "two");
            assertThat(negatives(read)).containsExactly(0.4, 0.4);
            assertThat(instead(read)).contains("model server failed");
        }
    }

    @Test
    void aModelThatIsAwayIsNotAsked() {
        try (ConversationScorer scorer = scorer()) {
            model.away("the server takes no connections");
            Readout read = read(scorer, "one");
            assertThat(negatives(read)).containsExactly(0.4);
            assertThat(instead(read)).contains("model server is away");
            assertThat(model.texts()).isEmpty();
            assertThat(scorer.state().outage()).contains("the server takes no connections");
            assertThat(scorer.state().isAway()).as("something reads").isFalse();
        }
    }

    @Test
    void aModelThatHangsLeavesTheFallbackHalfOfTheTime() {
        try (ConversationScorer scorer = scorer()) {
            model.hanging();
            Duration left = Duration.ofSeconds(2);
            long begun = System.nanoTime();
            Readout read = scorer.read(List.of(new Utterance("one")), "", left);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(left.dividedBy(2));
            assertThat(negatives(read)).containsExactly(0.4);
            assertThat(instead(read)).contains("the model took longer than the answer may");
            model.release();
        }
    }

    @Test
    void whatTheFallbackHasReadIsNotTakenForTheModels() {
        try (ConversationScorer scorer = scorer()) {
            model.away("the server takes no connections");
            read(scorer, "one");
            model.well();
            Readout read = read(scorer, "one");
            assertThat(negatives(read)).containsExactly(0.9);
            assertThat(instead(read)).isEmpty();
            model.failing();
            assertThat(negatives(read(scorer, "one"))).as("the model's memory outlasts its failure").containsExactly(0.9);
            assertThat(model.texts()).containsExactly("one");
        }
    }

    @Test
    void aModelThatIsAwayAtTheStartReadsOnceItIsBack() {
        model.away("the server takes no connections");
        try (ConversationScorer scorer = scorer()) {
            assertThat(negatives(read(scorer, "one"))).containsExactly(0.4);
            model.well();
            assertThat(negatives(read(scorer, "one"))).containsExactly(0.9);
        }
    }

    @Test
    void aFallbackThatIsAwayAtTheStartIsNone() {
        fallback.away("the folder is empty");
        try (ConversationScorer scorer = ConversationScorer.warming(model, fallback,
                new EvenScoringProvider().create(Config.empty(), "mean"), LIMITS)) {
            assertThatThrownBy(() -> scorer.awaitWarm(LONG)).isInstanceOf(ModelException.class);
        }
    }

    @Test
    void aModelWithoutFallbackMustReadAtTheStart() {
        model.failing();
        try (ConversationScorer scorer = ConversationScorer.warming(model,
                new EvenScoringProvider().create(Config.empty(), "mean"), LIMITS)) {
            assertThatThrownBy(() -> scorer.awaitWarm(LONG)).isInstanceOf(ModelException.class)
                    .hasMessage("the engine failed");
            model.away("the server takes no connections");
            assertThat(scorer.state().isAway()).isTrue();
        }
    }

    @Test
    void ifBothFailThatIsSaid() {
        try (ConversationScorer scorer = scorer()) {
            model.failing();
            fallback.failing();
            assertThat(read(scorer, "one")).isEqualTo(new Failure(Why.FAILED, "model server failed, and its fallback: model"
                    + " local failed"));
        }
    }

    @Test
    void aLanguageThatTheModelDoesNotReadIsNoFailure() {
        SwitchedModel english = new SwitchedModel("english", 0.9, "en");
        try (ConversationScorer scorer = ConversationScorer.warming(english, fallback,
                new EvenScoringProvider().create(Config.empty(), "mean"), LIMITS)) {
            assertThat(scorer.read(List.of(new Utterance("wo ist mein Paket")), "de", LONG))
                    .isEqualTo(new Failure(Why.UNSUPPORTED_LANGUAGE,
                            "the model does not read the conversation's language: it reads en"));
        }
    }
}
