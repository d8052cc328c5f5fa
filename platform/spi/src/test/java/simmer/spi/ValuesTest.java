package simmer.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

final class ValuesTest {

    private static Turn turn(double negative) {
        return new Turn(new Utterance("hello"), new Sentiment(negative, 1 - negative, 0, 3));
    }

    private static Score mean(double... negative) {
        List<Turn> turns = new ArrayList<>();
        for (double value : negative) {
            turns.add(turn(value));
        }
        return Score.weightedMean(turns, turn -> turn.sentiment().negative(), age -> age == 0 ? 2 : 1);
    }

    @Test
    void aSentimentHoldsProbabilitiesOnly() {
        assertThat(new Sentiment(0.2, 0.3, 0.5005, 4).negative()).isEqualTo(0.2);
        assertThatThrownBy(() -> new Sentiment(0.2, 0.3, 0.6, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sentiment(Double.NaN, 0.5, 0.5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sentiment(-0.1, 0.6, 0.5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sentiment(1, 0, 0, 0)).hasMessage("tokens is 0, must be 1 or more");
    }

    @Test
    void aWeightedMeanTellsEachTurnsShare() {
        Score score = mean(0.1, 0.4);
        assertThat(score.value()).isEqualTo(0.3, within(1e-12)); // (1 × 0.1 + 2 × 0.4) ÷ 3
        assertThat(score.turns()).extracting(ScoredTurn::weight).containsExactly(1.0, 2.0);
        assertThat(score.turns()).extracting(ScoredTurn::share).containsExactly(1.0 / 3, 2.0 / 3);
        assertThat(mean(1, 1, 1, 1, 1, 1, 1).value()).as("rounding never carries it over 1").isEqualTo(1);
    }

    @Test
    void aWeightedMeanNeedsAWeight() {
        assertThatThrownBy(() -> Score.weightedMean(List.of(turn(0.5)), _ -> 0.5, _ -> 0))
                .hasMessage("a weighted mean needs a turn with a weight over 0");
        assertThatThrownBy(() -> Score.weightedMean(List.of(), _ -> 0.5, _ -> 1))
                .hasMessage("a weighted mean needs a turn with a weight over 0");
    }

    @Test
    void aScoreWhoseSharesDontAddUpIsRefused() {
        ScoredTurn half = new ScoredTurn(turn(0.5), 0.5, 1, 0.5);
        assertThatThrownBy(() -> new Score(0.5, List.of(half))).hasMessage("the shares of the turns sum to 0.5, not to 1");
        assertThatThrownBy(() -> new Score(Double.NaN, List.of())).hasMessage("a score is 0 to 1, not NaN");
        assertThatThrownBy(() -> new ScoredTurn(turn(0.5), 1.1, 1, 1)).hasMessage("frustration is 1.1, must be 0 to 1");
    }

    @Test
    void anUtteranceIsTextWhoseWordsStayOutOfLogs() {
        assertThat(new Utterance("  hello \n").text()).isEqualTo("hello");
        assertThat(new Utterance("my secret")).hasToString("Utterance[9 characters]");
        assertThatThrownBy(() -> new Utterance(" \t ")).hasMessage("an utterance has text");
    }

    @Test
    void aTurnMayBeRememberedWithoutItsWords() {
        Turn remembered = new Turn(Utterance.remembered(), turn(0.5).sentiment(), Set.of(Sign.REPEAT));
        assertThat(remembered.utterance().known()).isFalse();
        assertThat(remembered.utterance().text()).isEmpty();
        assertThat(remembered.utterance()).hasToString("Utterance[not known any more]");
        assertThat(remembered.signs()).containsExactly(Sign.REPEAT);
        assertThat(turn(0.5).utterance().known()).isTrue();
        assertThat(turn(0.5).signs()).isEmpty();
        assertThatThrownBy(() -> new Utterance("words", false)).hasMessage("words that are not known are no text");
    }

    @Test
    void aDecisionOfWhichNobodySaidMoreIsByItsScore() {
        Decision decision = new Decision(new Level("standard", 0, "main", "start"), mean(0.1), "calm");
        assertThat(decision.reasonCode()).isEqualTo("score_reached");
        assertThat(decision.scored()).isTrue();
    }

    @Test
    void aSessionIdMustBeAddressable() {
        assertThat(new Session("a/b c", "", "").id()).isEqualTo("a/b c");
        for (String id : List.of("", " ", ".", "..", "x".repeat(1_025))) {
            assertThatThrownBy(() -> new Session(id, "", "")).as(id).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aSessionNeedsNoUser() {
        assertThat(new Session("s", "webchat", "en")).isEqualTo(new Session("s", "webchat", "en", ""));
        assertThatThrownBy(() -> new Session("s", "", "", "x".repeat(1_025)))
                .hasMessage("a user id has at most 1024 characters");
    }

    @Test
    void aHandoverPointsToATurnThatCountedAndKeepsItsWordsOutOfLogs() {
        Handover.WorstTurn worst = new Handover.WorstTurn(2, 0.9, "my secret");
        Handover handover = new Handover("manager", "why", "code", Optional.of(worst), Handover.Trend.RISING, 2, "en", "",
                0);
        assertThat(handover.toString()).contains("9 characters").doesNotContain("secret");
        assertThatThrownBy(
                () -> new Handover("manager", "why", "code", Optional.of(worst), Handover.Trend.RISING, 1, "", "", 0))
                .hasMessage("turn 2 is none of 1");
        assertThatThrownBy(() -> new Handover.WorstTurn(0, 0.9, "")).hasMessage("place is 0, must be 1 or more");
        assertThatThrownBy(() -> new Handover.WorstTurn(1, Double.NaN, ""))
                .hasMessage("frustration is NaN, must be 0 to 1");
    }

    @Test
    void aRouterThatIsNotAskedToDoMoreSaysSo() {
        Router plain = new PlainRouter();
        assertThat(plain.transcript(new Session("s", "", ""), Duration.ofSeconds(1)))
                .isEqualTo(new Transcript.Unavailable("the router plain can't read what was said before"));
        assertThat(plain.check(Duration.ofSeconds(1))).isEmpty();
    }

    private record PlainRouter() implements Router {

        @Override
        public RoutingResult route(Session session, Decision decision, Duration within) {
            return new RoutingResult.NothingToSend();
        }

        @Override
        public void close() {
        }

        @Override
        public String name() {
            return "plain";
        }

        @Override
        public String type() {
            return "plain";
        }
    }

    @Test
    void aModelReadsTheLanguagesItNamesAndWhateverIsNotSaid() {
        ModelTraits english = new ModelTraits(1, 1, 128, Set.of("en"));
        assertThat(english.reads("en-GB")).isTrue();
        assertThat(english.reads("EN_us")).isTrue();
        assertThat(english.reads("")).isTrue();
        assertThat(english.reads("de")).isFalse();
        assertThat(new ModelTraits(1, 1, 128, Set.of()).reads("de")).isTrue();
    }

    @Test
    void versionsAreReadAndOrderedByNumber() {
        assertThat(SpiVersion.parse("1")).isEqualTo(new SpiVersion(1, 0));
        assertThat(SpiVersion.parse("1.10")).isGreaterThan(SpiVersion.parse("1.9"));
        assertThat(SpiVersion.parse("2.0")).isGreaterThan(SpiVersion.parse("1.99")).hasToString("2.0");
        assertThatThrownBy(() -> SpiVersion.parse("1.x")).hasMessage("'1.x' is no version such as 1.0");
    }

    @Test
    void checksOfOptionsTellAllProblemsAtOnce() {
        OptionChecks checks = new OptionChecks().require(true, "a", "is fine").require(false, "b", "is 1, must be 2")
                .require(false, "c", "is missing");
        assertThatThrownBy(checks::throwIfAny).isInstanceOf(OptionException.class)
                .hasMessage("b is 1, must be 2; c is missing");
        new OptionChecks().require(true, "a", "is fine").throwIfAny();
    }
}
