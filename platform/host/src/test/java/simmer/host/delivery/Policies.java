package simmer.host.delivery;

import java.time.Duration;

/** {@link PostOffice#POLICY} with one thing different. */
final class Policies {

    private static final DeliveryPolicy USUAL = PostOffice.POLICY;

    private Policies() {
    }

    static DeliveryPolicy oneAtATime() {
        return with(USUAL.maxAttempts(), 1, USUAL.breakerFailures(), false, USUAL.drainWithin());
    }

    /** Nothing is sent but what a webhook waits for, so that nobody takes it away from there. */
    static DeliveryPolicy webhooksOnly() {
        return with(USUAL.maxAttempts(), 0, USUAL.breakerFailures(), false, USUAL.drainWithin());
    }

    static DeliveryPolicy attempts(int most) {
        return with(most, USUAL.parallel(), USUAL.breakerFailures(), false, USUAL.drainWithin());
    }

    /** With webhooks only, too. */
    static DeliveryPolicy breaker(int failures) {
        return with(USUAL.maxAttempts(), 0, failures, false, USUAL.drainWithin());
    }

    /** With webhooks only, too. */
    static DeliveryPolicy resendUnknown() {
        return with(USUAL.maxAttempts(), 0, USUAL.breakerFailures(), true, USUAL.drainWithin());
    }

    static DeliveryPolicy drainAtOnce() {
        return with(USUAL.maxAttempts(), USUAL.parallel(), USUAL.breakerFailures(), false, Duration.ZERO);
    }

    private static DeliveryPolicy with(int maxAttempts, int parallel, int breakerFailures, boolean resendUnknown,
            Duration drainWithin) {
        return new DeliveryPolicy(USUAL.retries(), USUAL.retryBackoff(), USUAL.backoff(), maxAttempts, USUAL.giveUpAfter(),
                USUAL.callWithin(), parallel, USUAL.probeEvery(), breakerFailures, USUAL.breakerWait(), resendUnknown,
                drainWithin);
    }
}
