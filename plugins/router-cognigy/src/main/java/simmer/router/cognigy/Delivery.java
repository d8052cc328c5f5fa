package simmer.router.cognigy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import io.helidon.faulttolerance.Retry;

import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;

/** One decision on its way: its attempts, one after the other, in one thread. Others may ask how far it got. */
final class Delivery implements Callable<RoutingResult> {

    private static final Duration LONGER_THAN_ANY_DELIVERY = Duration.ofDays(1);
    private static final Duration AFTER_THE_DEADLINE = Duration.ofMillis(100);

    private final Means means;
    private final CognigyCall call;
    private final Deadline deadline;
    private final Patience patience;
    private final AtomicInteger sent = new AtomicInteger();
    private volatile Optional<TryAgainException> lastFailure = Optional.empty();
    private volatile Optional<TryAgainException> unclear = Optional.empty();

    Delivery(Means means, CognigyCall call, Deadline deadline) {
        this.means = means;
        this.call = call;
        this.deadline = deadline;
        patience = new Patience(means.retries(), means.backoff(), deadline);
    }

    /**
     * Makes the first delivery as fast as the next: with its first retry Helidon reads its global configuration, which
     * takes up to a second.
     */
    static void warmUp() {
        retry((_, _, _) -> Optional.empty()).invoke(() -> true);
    }

    private static Retry retry(Retry.RetryPolicy policy) {
        return Retry.builder()
                .retryPolicy(policy)
                .addApplyOn(TryAgainException.class)
                // The policy alone decides, by the time that its delivery has left.
                .overallTimeout(LONGER_THAN_ANY_DELIVERY)
                .build();
    }

    @Override
    public RoutingResult call() {
        RoutingResult result;
        try {
            result = retry(patience).invoke(this::attempt);
        } catch (TryAgainException e) {
            result = new Failed(e.fault(), e.sentence(), retries());
        }
        return result instanceof Failed failed ? withWhatWasBefore(failed) : result;
    }

    /**
     * An earlier attempt may have arrived although its answer never came, and a later refusal takes nothing back: the fault
     * reported is then the unclear one, so that the host sends again at the next turn.
     */
    private Failed withWhatWasBefore(Failed last) {
        return unclear.filter(before -> !before.sentence().equals(last.message()))
                .map(before -> new Failed(before.fault(), told(last.message(), before),
                        last.retries()))
                .orElse(last);
    }

    private RoutingResult attempt() {
        Optional<Duration> wait = means.budget().take(deadline.left());
        if (wait.isEmpty()) {
            return new Failed(Fault.RATE_LIMIT, "Our own budget of " + means.requestsPerMinute() + " requests a minute"
                    + " is used up. Raise the option requests-per-minute if the tenant allows more.", retries());
        }
        try {
            Thread.sleep(wait.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(Fault.TIMEOUT, "The call to Cognigy was interrupted.", retries());
        }
        sent.incrementAndGet();
        try {
            return means.verdict().of(means.client().send(call, readTimeout()), retries());
        } catch (TryAgainException e) {
            lastFailure = Optional.of(e);
            if (e.fault() != Fault.RATE_LIMIT) {
                unclear = lastFailure;
            }
            patience.asked(e.after());
            throw e;
        }
    }

    /** Where the time that is left is shorter, its end is noticed first, and is what the user is told. */
    private Duration readTimeout() {
        // Never zero, which would wait for ever.
        Duration left = Duration.ofMillis(Math.max(1, deadline.left().plus(AFTER_THE_DEADLINE).toMillis()));
        return left.compareTo(means.readTimeout()) < 0 ? left : means.readTimeout();
    }

    /** Calls made so far, after the first. */
    int retries() {
        return Math.max(0, sent.get() - 1);
    }

    /** A message, with what went wrong at the last attempt that ended behind it, if one has. */
    String withLastFailure(String message) {
        return lastFailure.map(before -> told(message, before)).orElse(message);
    }

    private static String told(String message, TryAgainException before) {
        return message + " Before that: " + before.sentence();
    }
}
