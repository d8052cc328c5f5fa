package simmer.benchmarks.strategies;

import java.util.Arrays;
import java.util.List;

import simmer.spi.Turn;

/**
 * What a customer said in a dialogue, and how people rated it.
 *
 * @param turns the customer's turns, oldest first, at least one
 * @param ratings the raters' mean for each turn, on the corpus's own scale
 */
record Dialogue(List<Turn> turns, List<Double> ratings) {

    double lastRating() {
        return ratings.getLast();
    }

    double highestRating() {
        return ratings.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    double lowestRating() {
        return ratings.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** The strategy's score at each turn, when that turn had just been said. */
    double[] scores(Strategy strategy) {
        double[] scores = new double[turns.size()];
        Arrays.setAll(scores, i -> strategy.score(turns.subList(0, i + 1)));
        return scores;
    }
}
