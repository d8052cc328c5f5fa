package simmer.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** The proof is worth as much as its judge: each breach is made here, and named. */
final class VerdictTest {

    private static final int BUDGET = 3;
    private static final long SECOND = 1_000_000_000L;
    private static final Told ANGRY = told("supervisor", 4100, "delivered", "supervisor");
    private static final Told CALM = told("standard", 1200, "delivered", "standard");

    @Test
    void aSessionThatWentAsToldBreaksNothing() {
        assertThat(broken(List.of(ANGRY, CALM), call("a", ANGRY), call("b", CALM))).isEmpty();
    }

    @Test
    void aQueuedDecisionThatANewerOneOvertookIsNotLost() {
        Told queued = told("supervisor", 4100, "queued", "standard");

        assertThat(broken(List.of(queued, CALM), call("b", CALM))).isEmpty();
    }

    @Test
    void aQueuedDecisionThatNeverArrivesIsLost() {
        Told queued = told("supervisor", 4100, "queued", "standard");

        assertThat(broken(List.of(queued))).containsOnlyKeys(Promise.NOTHING_LOST, Promise.LAST_STATE);
    }

    @Test
    void aCallThatDidNotMoveItsSessionIsNoDelivery() {
        Told queued = told("supervisor", 4100, "queued", "standard");
        Arrival refused = new Arrival(0, "s", "a", "supervisor", 4100, false);

        assertThat(broken(List.of(queued), refused)).containsOnlyKeys(Promise.NOTHING_LOST, Promise.LAST_STATE);
    }

    @Test
    void anOlderCallThatComesAgainAfterANewerOneIsOutOfOrder() {
        assertThat(broken(List.of(ANGRY, CALM), call("a", ANGRY), call("b", CALM), call("a", ANGRY)))
                .containsKeys(Promise.IN_ORDER, Promise.LAST_STATE);
    }

    @Test
    void oneDecisionUnderTwoKeysWasDecidedTwice() {
        assertThat(broken(List.of(ANGRY), call("a", ANGRY), call("b", ANGRY))).containsOnlyKeys(Promise.IN_ORDER);
    }

    @Test
    void aCallWhoseTurnWasAnsweredTooEarlyToKnowItBreaksNothing() {
        Told degraded = new Told("standard", OptionalInt.empty(), false, true, "failed", "standard");

        assertThat(broken(List.of(degraded, CALM), call("a", ANGRY), call("b", CALM))).isEmpty();
    }

    @Test
    void theSameCallAgainBreaksNothingAndIsCounted() {
        Verdict verdict = verdict(List.of(ANGRY), call("a", ANGRY), call("a", ANGRY));

        assertThat(verdict.isKept()).isTrue();
        assertThat(verdict.appliedAgain()).isOne();
    }

    @Test
    void fourCallsWithinAMinuteAreOneOverABudgetOfThree() {
        Arrival[] arrivals = {at(0), at(20), at(40), at(59)};

        assertThat(broken(List.of(ANGRY), arrivals)).isEqualTo(Map.of(Promise.BUDGET, 1));
    }

    @Test
    void theFourthCallAMinuteAfterTheFirstIsWithinTheBudget() {
        Arrival[] arrivals = {at(0), at(20), at(40), at(60)};

        assertThat(broken(List.of(ANGRY), arrivals)).isEmpty();
    }

    @Test
    void anAnswerThatSaysDeliveredOfWhatIsNotThereIsUntrue() {
        Told early = told("supervisor", 4100, "delivered", "standard");

        assertThat(broken(List.of(early), call("a", early))).containsOnlyKeys(Promise.TRUE_ANSWERS);
    }

    @Test
    void aSuccessWithoutAScoreIsMadeUp() {
        Told empty = new Told("standard", OptionalInt.empty(), true, false, "unchanged", "standard");

        assertThat(broken(List.of(empty))).containsOnlyKeys(Promise.NO_MADE_UP_SCORE);
    }

    @Test
    void aScoreThatTheSameWordsDoNotHaveOtherwiseIsMadeUp() {
        Told calmer = told("supervisor", 4000, "delivered", "supervisor");
        Verdict verdict = Verdict.of(List.of(new Talk("s", List.of(calmer), List.of(ANGRY))), List.of(call("a", calmer)),
                BUDGET);

        assertThat(breaches(verdict)).containsOnlyKeys(Promise.NO_MADE_UP_SCORE);
    }

    @Test
    void anAnswerThatAdmitsToBeDegradedBreaksNothing() {
        Told degraded = new Told("standard", OptionalInt.empty(), false, true, "unchanged", "standard");

        assertThat(broken(List.of(degraded))).isEmpty();
    }

    @Test
    void aLevelThatIsNotWhatTheSessionHadComeToIsForgotten() {
        Verdict verdict = Verdict.of(List.of(new Talk("s", List.of(CALM), List.of(told("supervisor", 1200, "unchanged",
                "supervisor")))), List.of(call("a", CALM)), BUDGET);

        assertThat(breaches(verdict)).containsOnlyKeys(Promise.REMEMBERED);
    }

    @Test
    void aTurnWithoutAnAnswerIsNamed() {
        Verdict verdict = Verdict.of(List.of(new Talk("s", List.of(), List.of(CALM))), List.of(), BUDGET);

        assertThat(breaches(verdict)).containsOnlyKeys(Promise.ANSWERED);
    }

    private static Map<Promise, Integer> broken(List<Told> told, Arrival... arrivals) {
        return breaches(verdict(told, arrivals));
    }

    private static Verdict verdict(List<Told> told, Arrival... arrivals) {
        return Verdict.of(List.of(new Talk("s", told, new ArrayList<>(told))), List.of(arrivals), BUDGET);
    }

    private static Map<Promise, Integer> breaches(Verdict verdict) {
        return verdict.broken().entrySet().stream().filter(entry -> entry.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Told told(String level, int score, String delivery, String levelThere) {
        return new Told(level, OptionalInt.of(score), !delivery.equals("queued"), false, delivery, levelThere);
    }

    private static Arrival call(String key, Told decision) {
        return new Arrival(0, "s", key, decision.level(), decision.score().orElse(0), true);
    }

    private static Arrival at(int second) {
        return new Arrival(second * SECOND, "s", "a", ANGRY.level(), ANGRY.score().orElse(0), true);
    }
}
