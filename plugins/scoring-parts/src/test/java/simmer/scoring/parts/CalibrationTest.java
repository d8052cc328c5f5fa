package simmer.scoring.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import simmer.spi.OptionChecks;
import simmer.spi.OptionException;

final class CalibrationTest {

    private static KnotConfig knot(double raw, double score) {
        return KnotConfig.builder().raw(raw).score(score).build();
    }

    private static void check(KnotConfig... knots) {
        OptionChecks checks = new OptionChecks();
        Calibration.check(checks, List.of(knots));
        checks.throwIfAny();
    }

    @Test
    void withoutKnotsTheScoreIsTheRawOne() {
        Calibration none = new Calibration(List.of());
        for (double raw : new double[]{0, 0.3, 0.999, 1}) {
            assertThat(none.score(raw)).isEqualTo(raw);
        }
    }

    @Test
    void straightLinesJoinTheKnotsWithNothingAndOne() {
        Calibration calibration = new Calibration(List.of(knot(0.4, 0.2), knot(0.6, 0.8)));
        assertThat(calibration.score(0)).isZero();
        assertThat(calibration.score(0.2)).isEqualTo(0.1, within(1e-12));
        assertThat(calibration.score(0.4)).isEqualTo(0.2);
        assertThat(calibration.score(0.5)).isEqualTo(0.5, within(1e-12));
        assertThat(calibration.score(0.6)).isEqualTo(0.8);
        assertThat(calibration.score(0.8)).isEqualTo(0.9, within(1e-12));
        assertThat(calibration.score(1)).isEqualTo(1);
    }

    @Test
    void theMoreHeatedStaysTheMoreHeated() {
        Calibration calibration = new Calibration(List.of(knot(0.1, 0.7), knot(0.9, 0.71)));
        for (int i = 0; i < 1000; i++) {
            assertThat(calibration.score((i + 1) / 1000.0)).as("after %d", i).isGreaterThan(calibration.score(i / 1000.0));
        }
    }

    @Test
    void knotsThatDoNotRiseAreRefusedAtTheirPlaces() {
        assertThatThrownBy(() -> check(knot(0.5, 0), knot(0.5, 1), knot(Double.NaN, 0.5)))
                .isInstanceOf(OptionException.class)
                .hasMessage("calibration.0.score is 0.0, must be over 0.0 and under 1;"
                        + " calibration.1.raw is 0.5, must be over 0.5 and under 1;"
                        + " calibration.1.score is 1.0, must be over 0.0 and under 1;"
                        + " calibration.2.raw is NaN, must be over 0.5 and under 1;"
                        + " calibration.2.score is 0.5, must be over 1.0 and under 1");
    }

    @Test
    void moreKnotsThanAnyoneNeedsAreRefused() {
        OptionChecks checks = new OptionChecks();
        Calibration.check(checks, Collections.nCopies(21, knot(0.5, 0.5)));
        assertThatThrownBy(checks::throwIfAny)
                .hasMessageStartingWith("calibration has 21 knots, must be at most 20");
    }
}
