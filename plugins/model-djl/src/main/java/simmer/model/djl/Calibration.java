package simmer.model.djl;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Makes a model's probabilities honest (vector scaling): before softmax each logit becomes {@code scale × logit + bias},
 * both in the order of {@code id2label}. Temperature scaling is the case of equal scales, 1 ÷ temperature, and no bias.
 *
 * @param scale over 0 each
 * @param bias finite each
 */
record Calibration(List<Double> scale, List<Double> bias) {

    private static final String SCALE = "scale";
    private static final String BIAS = "bias";

    Calibration {
        scale = List.copyOf(scale);
        bias = List.copyOf(bias);
    }

    /** Changes nothing. */
    static Calibration none() {
        return new Calibration(Collections.nCopies(Labels.COUNT, 1.0), Collections.nCopies(Labels.COUNT, 0.0));
    }

    /**
     * @param simmer the object {@code simmer} of a model's {@code config.json}
     * @throws simmer.spi.OptionException if its {@code calibration} is not two lists of three numbers
     */
    static Calibration of(JsonSource simmer) {
        if (!simmer.has("calibration")) {
            return none();
        }
        JsonSource calibration = simmer.object("calibration");
        calibration.allowOnly(Set.of(SCALE, BIAS));
        List<Double> scale = threeNumbers(calibration, SCALE);
        if (scale.stream().anyMatch(value -> value <= 0)) {
            throw calibration.wrong(SCALE, "is " + scale + ", each must be over 0");
        }
        return new Calibration(scale, threeNumbers(calibration, BIAS));
    }

    private static List<Double> threeNumbers(JsonSource calibration, String key) {
        List<Double> numbers = calibration.numbers(key);
        if (numbers.size() != Labels.COUNT || !numbers.stream().allMatch(Double::isFinite)) {
            throw calibration.wrong(key, "is " + numbers + ", must be " + Labels.COUNT
                    + " finite numbers, in the order of id2label");
        }
        return numbers;
    }

    double apply(int label, double logit) {
        return scale.get(label) * logit + bias.get(label);
    }
}
