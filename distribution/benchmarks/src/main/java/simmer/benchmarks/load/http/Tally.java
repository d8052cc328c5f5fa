package simmer.benchmarks.load.http;

import java.util.EnumMap;
import java.util.Map;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Latencies of the webhooks of one window, by outcome. For use by any number of threads. */
public final class Tally {

    private static final double NANOS_A_MILLI = 1e6;
    private static final double NANOS_A_SECOND = 1e9;
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final Map<Outcome, Histogram> latencies = new EnumMap<>(Outcome.class);
    private volatile long elapsedNanos;

    Tally() {
        for (Outcome outcome : Outcome.values()) {
            latencies.put(outcome, new ConcurrentHistogram(LONGEST_NANOS, DIGITS));
        }
    }

    void record(Outcome outcome, long nanos) {
        histogram(outcome).recordValue(Math.clamp(nanos, 1, LONGEST_NANOS));
    }

    void elapsed(long nanos) {
        elapsedNanos = nanos;
    }

    private Histogram histogram(Outcome outcome) {
        return latencies.getOrDefault(outcome, new Histogram(DIGITS));
    }

    public long count(Outcome outcome) {
        return histogram(outcome).getTotalCount();
    }

    public long count() {
        return latencies.values().stream().mapToLong(Histogram::getTotalCount).sum();
    }

    /** Good answers a second. */
    public double rate() {
        return count(Outcome.GOOD) / (elapsedNanos / NANOS_A_SECOND);
    }

    public double seconds() {
        return elapsedNanos / NANOS_A_SECOND;
    }

    /** @param percentile 0 to 100 */
    public double millis(Outcome outcome, double percentile) {
        return histogram(outcome).getValueAtPercentile(percentile) / NANOS_A_MILLI;
    }
}
