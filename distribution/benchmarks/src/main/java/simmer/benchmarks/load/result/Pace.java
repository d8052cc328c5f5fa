package simmer.benchmarks.load.result;

/**
 * How fast something was in one window of time.
 *
 * @param rate utterances or webhooks a second
 * @param cpuMillis CPU time for each, of the bare loop's threads or of the server's processes
 * @param p50Millis half took no longer
 * @param p99Millis 99 of 100 took no longer
 */
public record Pace(double rate, double cpuMillis, double p50Millis, double p99Millis) {
}
