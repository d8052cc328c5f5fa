package simmer.host.store.jdbc;

import java.time.Duration;

/**
 * How a store is doing, as far as is known.
 *
 * @param available whether the last call succeeded
 * @param age how long ago that was
 * @param sentence what failed and what to do; empty if nothing did
 */
public record Condition(boolean available, Duration age, String sentence) {
}
