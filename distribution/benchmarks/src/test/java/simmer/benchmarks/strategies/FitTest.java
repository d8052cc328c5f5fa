package simmer.benchmarks.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import simmer.testkit.Turns;

/** Dialogues of one turn, scored by its probability of being negative. */
final class FitTest {

    private static final Strategy LAST = new Strategy("last", turns -> turns.getLast().sentiment().negative());

    /** Ten that boiled over, at 0.55, 0.60 … 1.00, and forty that did not, at 0.00, 0.02 … 0.78. */
    private static Support support() {
        Stream<Dialogue> boiled = IntStream.range(0, 10).mapToObj(i -> dialogue(0.55 + i * 0.05, 3));
        Stream<Dialogue> others = IntStream.range(0, 40).mapToObj(i -> dialogue(i * 0.02, 1));
        return new Support(Stream.concat(boiled, others).toList(), LAST);
    }

    private static Dialogue dialogue(double negative, double rating) {
        return new Dialogue(Turns.turns(Math.min(1, negative)), List.of(rating));
    }

    @Test
    void fourInFiveReachTheSupervisorAndOneInTwentyOfTheOthersTheManager() {
        Support support = support();
        int[] all = IntStream.range(0, support.size()).toArray();
        Fit fit = Fit.to(support, all);
        assertThat(fit.supervisor()).isEqualTo(0.65, within(1e-9));
        assertThat(support.recall(all, fit.supervisor(), 1)).isEqualTo(0.8);
        assertThat(support.falseAlarms(all, fit.manager(), 1)).isEqualTo(0.05);
        assertThat(support.falseAlarms(all, Math.nextDown(fit.manager()), 1)).isGreaterThan(0.05);
    }

    @Test
    void theKnotsAreRoundedSoThatBothPromisesHold() {
        assertThat(Report.knots(new Fit(0.4567, 0.6123)))
                .isEqualTo("calibration: [{raw: 0.456, score: 0.35}, {raw: 0.613, score: 0.65}]");
    }

    @Test
    void onOtherDialoguesAFitHoldsAboutAsWell() {
        Fit.Rates expected = Fit.crossValidated(support());
        assertThat(expected.recall()).isEqualTo(0.8, within(0.1));
        assertThat(expected.falseAlarms()).isEqualTo(0.175, within(0.05));
    }
}
