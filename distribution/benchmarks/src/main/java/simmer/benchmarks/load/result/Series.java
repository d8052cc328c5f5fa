package simmer.benchmarks.load.result;

import java.util.List;

/**
 * One figure, measured once a round.
 *
 * @param samples in the order of the rounds, at least one
 */
public record Series(List<Double> samples) {

    public Series {
        samples = List.copyOf(samples);
    }

    /** The middle one; of an even number the mean of the two. */
    public double median() {
        List<Double> sorted = samples.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    public double min() {
        return samples.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double max() {
        return samples.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    String range() {
        return Figure.of(min()) + "–" + Figure.of(max());
    }
}
