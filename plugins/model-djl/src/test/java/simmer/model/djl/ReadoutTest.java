package simmer.model.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

import simmer.spi.ModelException;
import simmer.spi.Sentiment;

final class ReadoutTest {

    private static final Labels IN_ORDER = new Labels(0, 1, 2);

    @Test
    void softmaxOfHandComputedLogits() {
        Sentiment sentiment = uncalibrated((float) Math.log(1), (float) Math.log(2), (float) Math.log(5));
        assertThat(sentiment.negative()).isEqualTo(0.125, within(1e-6));
        assertThat(sentiment.neutral()).isEqualTo(0.25, within(1e-6));
        assertThat(sentiment.positive()).isEqualTo(0.625, within(1e-6));
        assertThat(sentiment.tokens()).isEqualTo(7);
    }

    @Test
    void labelsSayWhichLogitIsWhich() {
        Sentiment sentiment = new Readout(new Labels(2, 0, 1), Calibration.none()).sentiment(new float[]{1, 2, 3}, 7);
        assertThat(sentiment).isEqualTo(uncalibrated(3, 1, 2));
    }

    @Test
    void theLargestLogitsOverflowNothing() {
        assertThat(uncalibrated(Float.MAX_VALUE, 0, -Float.MAX_VALUE)).isEqualTo(new Sentiment(1, 0, 0, 7));
        assertThat(uncalibrated(-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE).positive())
                .isEqualTo(1.0 / 3, within(1e-12));
    }

    @Test
    void calibrationScalesThenShiftsInTheOrderOfTheLogits() {
        Readout calibrated = new Readout(new Labels(2, 1, 0),
                new Calibration(List.of(2.0, 1.0, 0.5), List.of(1.0, 0.0, -1.0)));
        assertThat(calibrated.sentiment(new float[]{1, 2, 4}, 7)).isEqualTo(uncalibrated(1, 2, 3));
    }

    @Test
    void aLogitThatIsNoNumberIsAFailureOfTheModel() {
        for (float bad : new float[]{Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            assertThatExceptionOfType(ModelException.class).isThrownBy(() -> uncalibrated(0, bad, 0))
                    .withMessage("the model put out " + bad + " instead of a finite number");
        }
    }

    private static Sentiment uncalibrated(float... logits) {
        return new Readout(IN_ORDER, Calibration.none()).sentiment(logits, 7);
    }
}
