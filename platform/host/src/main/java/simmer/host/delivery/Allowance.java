package simmer.host.delivery;

/**
 * What may be spent on a message at one go.
 *
 * @param untilNanos when it must have come to an end
 * @param retries calls after the first
 * @param someoneWaits whether a webhook waits for it: then waits that fit into the time are waited for
 */
record Allowance(long untilNanos, int retries, boolean someoneWaits) {
}
