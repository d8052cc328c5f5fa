package simmer.host.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import simmer.spi.Dispatch;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Failed;

/**
 * One message on its way: its calls, one after the other, until one succeeds, none may follow, or the time is up. Belongs to
 * one thread.
 */
final class Trip {

    /** A wait that leaves less than this for the call after it is no use. */
    private static final Duration SHORTEST_CALL = Duration.ofMillis(50);
    /** A slot that was taken longer ago is not used: the process was stopped, and a late call may be one too many. */
    private static final Duration LONGEST_PASS = Duration.ofSeconds(1);

    private final Means means;
    private final Claim claim;
    private final Dispatch dispatch;
    private final Allowance allowance;
    private int calls;
    private Optional<Failed> last = Optional.empty();

    /** How a trip ended. */
    sealed interface End {

        /** A call succeeded, or there was nothing to send. */
        record Arrived(RoutingResult result) implements End {
        }

        /** The last call failed and none follows now. */
        record Stopped(Failed failed) implements End {
        }

        /** No call may be made before some time. */
        record NotNow(Duration in, String why) implements End {
        }

        /** The time was up before a call could be made. */
        record OutOfTime() implements End {
        }
    }

    /**
     * What all trips share.
     *
     * @param repeatable whether a call of which nobody knows whether it arrived may be made again
     */
    record Means(Gate gate, RouterCall router, DeliveryPolicy policy, DeliveryWatch watch, Time time, boolean repeatable) {
    }

    Trip(Means means, Claim claim, Dispatch dispatch, Allowance allowance) {
        this.means = means;
        this.claim = claim;
        this.dispatch = dispatch;
        this.allowance = allowance;
    }

    /** Calls made so far. */
    int calls() {
        return calls;
    }

    /** The failure of the last call, if one was made. */
    Optional<Failed> last() {
        return last;
    }

    /** @throws InterruptedException if Simmer is stopping; no call is under way then */
    End go() throws InterruptedException {
        while (true) {
            if (!left().isPositive()) {
                return new End.OutOfTime();
            }
            long askedNanos = means.time().nanos();
            Gate.Pass pass = means.gate().enter(claim.claimed().message().urgency(), allowance.someoneWaits());
            allowance.asked().run();
            switch (pass) {
                case Gate.Pass.Later later -> {
                    if (!isWorth(later.in())) {
                        return new End.NotNow(later.in(), later.why());
                    }
                    means.time().sleep(later.in());
                }
                case Gate.Pass.Go() -> {
                    Optional<RoutingResult> result = call(askedNanos);
                    if (result.isPresent() && !(result.get() instanceof Failed)) {
                        return new End.Arrived(result.get());
                    }
                    Optional<Duration> wait = result.isEmpty() ? Optional.of(Duration.ZERO) : retryIn();
                    if (wait.isEmpty()) {
                        return new End.Stopped(last.orElseThrow());
                    }
                    means.time().sleep(wait.get());
                }
            }
        }
    }

    /** Calls, or doesn't if the process was stopped since it got its pass: then what it passed on may hold no more. */
    private Optional<RoutingResult> call(long askedNanos) {
        Duration within = left();
        if (!within.isPositive() || means.time().nanos() - askedNanos > LONGEST_PASS.toNanos()) {
            means.gate().withdraw();
            return Optional.empty();
        }
        calls++;
        long begunNanos = means.time().nanos();
        RoutingResult result = means.router().make(dispatch, within);
        means.gate().leave(result, within);
        means.watch().called(result, Duration.ofNanos(means.time().nanos() - begunNanos));
        if (result instanceof Failed failed) {
            last = Optional.of(failed);
        }
        return Optional.of(result);
    }

    /** How soon the same may be tried again while someone waits. */
    private Optional<Duration> retryIn() {
        Failed failed = last.orElseThrow();
        boolean helps = switch (failed.fault()) {
            case RATE_LIMIT, UNAVAILABLE, NETWORK, TIMEOUT -> means.repeatable() || !failed.mayHaveArrived();
            case CREDENTIALS, PERMISSION, REJECTED, UNINTELLIGIBLE -> false;
        };
        if (!helps || calls > allowance.retries()) {
            return Optional.empty();
        }
        Duration ours = means.policy().retryBackoff().after(calls, ThreadLocalRandom.current().nextDouble());
        Duration wait = failed.retryAfter().filter(asked -> asked.compareTo(ours) > 0).orElse(ours);
        return Optional.of(wait).filter(this::isWorth);
    }

    private boolean isWorth(Duration wait) {
        return allowance.someoneWaits() && wait.plus(SHORTEST_CALL).compareTo(left()) <= 0;
    }

    private Duration left() {
        long now = means.time().nanos();
        return Duration.ofNanos(Math.min(allowance.untilNanos() - now, claim.untilNanos() - now));
    }
}
