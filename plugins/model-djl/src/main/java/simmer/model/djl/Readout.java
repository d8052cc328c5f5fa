package simmer.model.djl;

import simmer.spi.ModelException;
import simmer.spi.Sentiment;

/**
 * Turns a network's logits into probabilities: calibration, then softmax.
 *
 * @param labels which logit means what
 * @param calibration applied before softmax
 */
record Readout(Labels labels, Calibration calibration) {

    /**
     * @param logits one for each label, as the network put them out
     * @param tokens see {@link Sentiment#tokens()}
     * @throws ModelException if a logit is not finite
     */
    Sentiment sentiment(float[] logits, int tokens) {
        double negative = calibrated(labels.negative(), logits);
        double neutral = calibrated(labels.neutral(), logits);
        double positive = calibrated(labels.positive(), logits);
        // Less the largest, so that no exponential overflows.
        double largest = Math.max(negative, Math.max(neutral, positive));
        double expNegative = Math.exp(negative - largest);
        double expNeutral = Math.exp(neutral - largest);
        double expPositive = Math.exp(positive - largest);
        double sum = expNegative + expNeutral + expPositive;
        return new Sentiment(expNegative / sum, expNeutral / sum, expPositive / sum, tokens);
    }

    private double calibrated(int label, float[] logits) {
        double logit = calibration.apply(label, logits[label]);
        if (!Double.isFinite(logit)) {
            throw new ModelException("the model put out " + logits[label] + " instead of a finite number");
        }
        return logit;
    }
}
