package simmer.host.boot;

import simmer.host.configuration.DeliveryConfig;
import simmer.host.delivery.Backoff;
import simmer.host.delivery.DeliveryPolicy;

/** What stands below {@code simmer.delivery}, as the room of delivery takes it. */
final class DeliveryOptions {

    private DeliveryOptions() {
    }

    static DeliveryPolicy policy(DeliveryConfig options) {
        return new DeliveryPolicy(options.retries(),
                new Backoff(options.retryWait(), options.maxBackoff(), options.jitter()),
                new Backoff(options.backoff(), options.maxBackoff(), options.jitter()),
                options.maxAttempts(), options.giveUpAfter(), options.callWithin(), options.parallel(), options.probeEvery(),
                options.breakerFailures(), options.breakerWait(), options.resendUnknown(), options.drainWithin());
    }
}
