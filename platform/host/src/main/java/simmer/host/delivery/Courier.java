package simmer.host.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import simmer.host.events.Scenes;
import simmer.host.store.Outbox;
import simmer.host.store.Outbox.Claimed;
import simmer.host.store.StoreException;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Failed;

/**
 * Takes a claimed message on its way and tells the outbox what became of it. For use by any number of threads, each with a
 * message of its own.
 */
final class Courier {

    private static final System.Logger LOG = System.getLogger(Courier.class.getName());

    private final Outbox outbox;
    private final Trip.Means means;
    private final Refusal refusal;
    private final Settlement settlement;
    private final Scenes scenes;

    Courier(Outbox outbox, Trip.Means means, Refusal refusal, Settlement settlement, Scenes scenes) {
        this.outbox = outbox;
        this.means = means;
        this.refusal = refusal;
        this.settlement = settlement;
        this.scenes = scenes;
    }

    /** Sends, in the time allowed. Whatever happens, store and router included, is a result. */
    Delivery send(Claim claim, Allowance allowance) {
        try {
            Optional<String> refused = allowance.someoneWaits() ? Optional.empty() : refusal.holds();
            if (refused.isPresent()) {
                holdBack(claim.claimed(), refused.get());
                return new Delivery.Failed(refused.get(), 0);
            }
            Envelope envelope = Envelope.open(claim.claimed().message());
            return allowance.someoneWaits()
                    ? travel(claim, allowance, envelope)
                    : scenes.later("delivery", envelope.traceparent(), claim.claimed().sessionId(),
                            () -> travel(claim, allowance, envelope));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.DEBUG, "the outbox did not learn what became of a message", e);
            return new Delivery.Queued("The store failed, so this is sent later, perhaps for the second time.", 0);
        } catch (IllegalArgumentException e) {
            return bury(claim.claimed(), "the message can't be read: another version of Simmer wrote it", 0);
        }
    }

    private Delivery travel(Claim claim, Allowance allowance, Envelope envelope) {
        Trip trip = new Trip(means, claim, envelope.dispatch(claim.messageId()), allowance);
        Trip.End end;
        boolean interrupted = false;
        try {
            end = trip.go();
        } catch (InterruptedException e) {
            end = new Trip.End.OutOfTime();
            interrupted = true;
        }
        // Without the flag, which would break the store's connections.
        interrupted |= Thread.interrupted();
        try {
            return settle(claim.claimed(), envelope, trip, end);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Delivery settle(Claimed claimed, Envelope envelope, Trip trip, Trip.End end) {
        int retries = Math.max(0, trip.calls() - 1);
        return switch (end) {
            case Trip.End.Arrived(RoutingResult result) -> arrived(claimed, envelope, result, retries);
            case Trip.End.Stopped(Failed failed) -> failed.mayHaveArrived() && !means.repeatable()
                    ? bury(claimed, "unknown: it may have arrived, and must not arrive twice. " + failed.message(), retries)
                    : stopped(claimed, envelope, failed, retries);
            case Trip.End.NotNow(Duration in, String why) -> {
                outbox.putBack(claimed, means.time().now().plus(in));
                yield new Delivery.Queued(trip.last().map(Failed::message).orElse(why), retries);
            }
            case Trip.End.OutOfTime() -> {
                outbox.putBack(claimed, means.time().now());
                yield new Delivery.Queued(trip.last().map(Failed::message)
                        .orElse("No time was left for a call to Cognigy; it is sent next."), retries);
            }
        };
    }

    private Delivery arrived(Claimed claimed, Envelope envelope, RoutingResult result, int retries) {
        try {
            settlement.delivered(claimed, envelope.decision().level(), means.time().now());
            if (refusal.mended()) {
                outbox.releaseHeld(means.time().now());
            }
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.DEBUG, "the outbox did not learn of a delivery, so it is made again", e);
        }
        return result instanceof RoutingResult.Delivered delivered
                ? new Delivery.Delivered(delivered.answer(), retries + delivered.retries())
                : new Delivery.Unchanged();
    }

    /**
     * As long as we are refused, which is no fault of this message's and doesn't count as an attempt. Who found that mended
     * meanwhile may have released what was held a moment too early.
     */
    private void holdBack(Claimed claimed, String why) {
        outbox.holdBack(claimed, why);
        if (refusal.message().isEmpty()) {
            outbox.releaseHeld(means.time().now());
        }
    }

    private Delivery stopped(Claimed claimed, Envelope envelope, Failed failed, int retries) {
        return switch (failed.fault()) {
            case CREDENTIALS, PERMISSION -> {
                refusal.refused(failed.message());
                holdBack(claimed, failed.message());
                yield new Delivery.Failed(failed.message(), retries);
            }
            case REJECTED -> {
                if (claimed.attempts() + 1 >= means.policy().maxAttempts()) {
                    yield bury(claimed, failed.message(), retries);
                }
                outbox.hold(claimed, failed.message());
                yield new Delivery.Failed(failed.message(), retries);
            }
            case RATE_LIMIT, UNAVAILABLE, UNINTELLIGIBLE, NETWORK, TIMEOUT -> later(claimed, envelope, failed, retries);
        };
    }

    private Delivery later(Claimed claimed, Envelope envelope, Failed failed, int retries) {
        Instant now = means.time().now();
        int attempts = claimed.attempts() + 1;
        if (means.policy().isEnough(attempts, Duration.between(envelope.decidedAt(), now))) {
            return bury(claimed, failed.message(), retries);
        }
        Duration ours = means.policy().backoff().after(attempts, ThreadLocalRandom.current().nextDouble());
        Duration wait = failed.retryAfter().filter(asked -> asked.compareTo(ours) > 0).map(Courier::sane).orElse(ours);
        outbox.retryAt(claimed, now.plus(wait), failed.message());
        return new Delivery.Queued(failed.message(), retries);
    }

    private static Duration sane(Duration asked) {
        return asked.compareTo(Gate.LONGEST_PAUSE) < 0 ? asked : Gate.LONGEST_PAUSE;
    }

    private Delivery bury(Claimed claimed, String reason, int retries) {
        settlement.givenUp(claimed, reason, means.time().now());
        means.watch().buried();
        LOG.log(System.Logger.Level.WARNING, "delivery {0} was given up, `simmer outbox` lists it: {1}",
                claimed.message().id(), reason);
        return new Delivery.Failed(reason, retries);
    }
}
