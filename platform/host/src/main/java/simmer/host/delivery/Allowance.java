package simmer.host.delivery;

/**
 * What may be spent on a message at one go.
 *
 * @param untilNanos when it must have come to an end
 * @param retries calls after the first
 * @param someoneWaits whether a webhook waits for it: then waits that fit into the time are waited for
 * @param asked is run each time the gate has been asked for a call
 */
record Allowance(long untilNanos, int retries, boolean someoneWaits, Runnable asked) {

    /** For a message that a webhook waits for. */
    static Allowance ofWebhook(long untilNanos, int retries) {
        return new Allowance(untilNanos, retries, true, () -> {
        });
    }

    /** For one that nobody waits for: one call. */
    static Allowance inBackground(long untilNanos, Runnable asked) {
        return new Allowance(untilNanos, 0, false, asked);
    }
}
