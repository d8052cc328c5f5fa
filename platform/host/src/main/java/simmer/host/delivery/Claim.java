package simmer.host.delivery;

import java.time.Duration;

import simmer.host.store.Outbox;

/**
 * A message that nobody else sends for the time being.
 *
 * @param claimed what the store calls it
 * @param untilNanos when it may not be sent any more, by this process's own clock: it was read before the store was asked,
 *        so that neither the clocks of others nor a jump of the wall clock can make it too late
 */
record Claim(Outbox.Claimed claimed, long untilNanos) {

    /** The lease ends so much later for others than for us. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    /** The lease to ask for, for work that takes no longer than this. */
    static Duration lease(Duration longest) {
        return longest.plus(MARGIN).plus(MARGIN);
    }

    /**
     * @param lease what was asked for
     * @param askedNanos when, by this process's own clock
     */
    static Claim of(Outbox.Claimed claimed, Duration lease, long askedNanos) {
        return new Claim(claimed, askedNanos + lease.minus(MARGIN).toNanos());
    }

    String messageId() {
        return claimed.message().id();
    }
}
