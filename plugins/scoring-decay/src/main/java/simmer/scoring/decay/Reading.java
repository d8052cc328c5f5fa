package simmer.scoring.decay;

import simmer.spi.Sentiment;

/** How a turn by itself becomes a frustration of 0 to 1. */
enum Reading {

    /** The probability that the turn is negative. */
    NEGATIVE {
        @Override
        double frustration(Sentiment sentiment) {
            return sentiment.negative();
        }
    },

    /**
     * The likeliest label alone: its probability if it is negative, 1 less its probability if it is positive, 0.5 if it
     * is neutral. Of two that are as likely, neutral goes before negative and negative before positive: where the model
     * can't decide, the turn counts as undecided, and otherwise as the warning.
     */
    WINNING_LABEL {
        @Override
        double frustration(Sentiment sentiment) {
            double negative = sentiment.negative();
            double positive = sentiment.positive();
            if (sentiment.neutral() >= Math.max(negative, positive)) {
                return 0.5;
            }
            return negative >= positive ? negative : 1 - positive;
        }
    };

    abstract double frustration(Sentiment sentiment);
}
