package simmer.host.delivery;

import java.time.Duration;

/**
 * How hard the dispatcher tries; the README of this room has the options' defaults and ranges.
 *
 * @param retries calls after the first while a webhook waits
 * @param retryBackoff waits between these
 * @param backoff waits between attempts later on, when nobody waits
 * @param maxAttempts after so many the message is a dead letter
 * @param giveUpAfter so long after the decision too, if it has had some attempts
 * @param callWithin longest call when nobody waits
 * @param parallel most calls at once when nobody waits
 * @param probeEvery how often a message is tried that was refused for good
 * @param breakerFailures so many failures in a row mean that the other side is down
 * @param breakerWait how long it is then left alone; doubled while it stays down
 * @param resendUnknown whether a call that must not be made twice is made again although it may have arrived
 * @param drainWithin how long a stop waits for the calls under way
 */
public record DeliveryPolicy(int retries, Backoff retryBackoff, Backoff backoff, int maxAttempts, Duration giveUpAfter,
        Duration callWithin, int parallel, Duration probeEvery, int breakerFailures, Duration breakerWait,
        boolean resendUnknown, Duration drainWithin) {

    /** However old a message is, it gets so many: Simmer itself may have been away in the meantime. */
    private static final int LEAST_ATTEMPTS = 5;

    /**
     * Whether a message has been tried enough.
     *
     * @param attempts made so far, the last one included
     * @param age since the decision
     */
    boolean isEnough(int attempts, Duration age) {
        return attempts >= maxAttempts || (attempts >= LEAST_ATTEMPTS && age.compareTo(giveUpAfter) >= 0);
    }
}
