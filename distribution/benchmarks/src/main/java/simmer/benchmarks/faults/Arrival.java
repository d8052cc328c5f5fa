package simmer.benchmarks.faults;

/**
 * A whole call that reached the stand-in.
 *
 * @param nanos when, by {@link System#nanoTime}
 * @param key its {@code Idempotency-Key}
 * @param score in ten-thousandths
 * @param applied whether it moved the session
 */
record Arrival(long nanos, String session, String key, String level, int score, boolean applied) {
}
