package simmer.host.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import simmer.host.admin.Meters;
import simmer.host.delivery.Delivery;
import simmer.host.delivery.Dispatcher;
import simmer.host.delivery.Time;
import simmer.host.events.Scene;
import simmer.host.scoring.Failure;
import simmer.host.session.Conversations;
import simmer.host.session.Incoming;
import simmer.host.session.Sending;
import simmer.host.session.Step;
import simmer.host.waiting.Deadlines;
import simmer.spi.Decision;
import simmer.spi.Level;
import simmer.spi.Score;
import simmer.spi.Session;

/** Takes a conversation to its outcome. For use by any number of threads; blocks until the outcome is there, in time. */
public final class Pipeline implements AutoCloseable {

    /** What writing and sending the answer may take of the time it has. */
    private static final Duration RESERVE = Duration.ofMillis(100);
    private static final int RESERVE_SHARE = 10;
    private static final String LATE = "timeout";
    private static final String TOO_LATE = "the answer was not ready in time: look at the store and at Cognigy; what was"
            + " decided is still sent if it could be stored";

    private static final String GIVEN_UP = "what was decided on this turn could not be delivered and was given up: `simmer outbox`"
            + " lists it with the reason, and the session's next turn tries again";

    private final Rooms rooms;
    private final Conversations conversations;
    private final Dispatcher dispatcher;
    private final Meters meters;
    private final Time time;
    private final Duration budget;
    /** A little longer than the rooms have, for they know better what went wrong: half of what is kept for writing. */
    private final Duration grace;
    private final Deadlines deadlines = new Deadlines("webhook-deadlines");

    /** @param answerWithin how long an answer may take; a tenth of it, 100 ms at most, is kept for writing it */
    public Pipeline(Rooms rooms, Conversations conversations, Meters meters, Time time, Duration answerWithin) {
        this.rooms = rooms;
        this.conversations = conversations;
        this.dispatcher = rooms.dispatcher();
        this.meters = meters;
        this.time = time;
        Duration share = answerWithin.dividedBy(RESERVE_SHARE);
        Duration reserve = share.compareTo(RESERVE) < 0 ? share : RESERVE;
        this.budget = answerWithin.minus(reserve);
        this.grace = reserve.dividedBy(2);
    }

    /**
     * Scores, decides, stores and delivers. Each room keeps to the time by itself as far as it can; whatever takes longer
     * all the same, a store that hangs say, goes on while the answer says so.
     *
     * @param arrivedNanos when the webhook arrived, by {@link System#nanoTime()}
     */
    public Outcome run(Incoming incoming, long arrivedNanos) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Callable<Outcome> work = Scene.carried(() -> decide(incoming, arrivedNanos));
        Thread.ofVirtual().name("webhook").start(() -> complete(outcome, work));
        try {
            return deadlines.await(outcome, System.nanoTime() + left(arrivedNanos).plus(grace).toNanos());
        } catch (TimeoutException e) {
            return late(incoming.conversation().session());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return late(incoming.conversation().session());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a webhook failed: a fault in Simmer", e.getCause());
        }
    }

    private static void complete(CompletableFuture<Outcome> outcome, Callable<Outcome> work) {
        try {
            outcome.complete(work.call());
        } catch (Exception | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    /** Names the level last known; what is under way may still move the session. */
    private Outcome late(Session session) {
        meters.degraded(LATE);
        Level holds = conversations.lastKnown(session.id());
        Decision decision = new Decision(holds, Score.ofNothing(), false, TOO_LATE, LATE);
        return new Outcome(decision, holds, new Delivery.Failed(TOO_LATE, 0), Optional.of(TOO_LATE),
                rooms.handovers().of(session, decision), false, 0);
    }

    private Outcome decide(Incoming incoming, long arrivedNanos) {
        long begun = System.nanoTime();
        WebhookJudge judge = new WebhookJudge(rooms, meters, () -> left(arrivedNanos));
        Step step = conversations.step(incoming, judge, time.now(), remaining(arrivedNanos));
        meters.decided(step.decision(), Duration.ofNanos(System.nanoTime() - begun), judge.turnsLeftOut());
        judge.failure().ifPresent(failure -> meters.degraded(failure.code()));
        judge.insteadOfModel().ifPresent(failure -> meters.readByFallback(failure.code()));
        return switch (step) {
            case Step.Kept kept -> deliver(kept, judge, arrivedNanos);
            case Step.Unkept unkept -> {
                meters.degraded(Step.Unkept.CODE);
                Decision decision = annotated(unkept.decision(), judge);
                yield new Outcome(decision, unkept.holds(), new Delivery.Failed(unkept.sentence(), 0),
                        Optional.of(unkept.sentence()),
                        rooms.handovers().of(unkept.session(), decision), judge.insteadOfModel().isPresent(),
                        judge.turnsLeftOut());
            }
        };
    }

    private Outcome deliver(Step.Kept kept, WebhookJudge judge, long arrivedNanos) {
        Decision decision = annotated(kept.decision(), judge);
        Delivery delivery = switch (kept.sending()) {
            case Sending.Nothing() -> new Delivery.Unchanged();
            case Sending.Delivered(_) -> new Delivery.Delivered("", 0);
            case Sending.GivenUp(_) -> new Delivery.Failed(GIVEN_UP, 0);
            case Sending.Queued(String messageId) ->
                Scene.step("delivery", () -> deliver(kept.session(), messageId, arrivedNanos));
        };
        boolean arrived = delivery instanceof Delivery.Delivered || (delivery instanceof Delivery.Unchanged
                && !kept.repeated());
        return new Outcome(decision, arrived ? decision.level() : kept.holds(), delivery, shortfall(kept.decision(), judge),
                rooms.handovers().of(kept.session(), decision), judge.insteadOfModel().isPresent(), judge.turnsLeftOut());
    }

    /** What failed now is no matter if the turn came before: then the answer of that time holds. */
    private static Optional<String> shortfall(Decision decision, WebhookJudge judge) {
        return decision.scored()
                ? Optional.empty()
                : Optional.of(
                        judge.failure().map(Failure::sentence).orElse("no score could be made when this turn first came"));
    }

    /** The decision with what it lacks said in its reason. */
    private static Decision annotated(Decision decision, WebhookJudge judge) {
        StringBuilder reason = new StringBuilder(decision.reason());
        if (judge.turnsLeftOut() > 0) {
            reason.append("; the time was too short to read the ").append(judge.turnsLeftOut()).append(" oldest turns");
        }
        judge.historyMissing().ifPresent(why -> reason.append("; what was said before could not be read: ").append(why));
        return new Decision(decision.level(), decision.score(), decision.scored(), reason.toString(), decision.reasonCode());
    }

    private Delivery deliver(Session session, String messageId, long arrivedNanos) {
        long begun = System.nanoTime();
        Delivery delivery = dispatcher.deliver(session.id(), messageId, left(arrivedNanos));
        meters.delivered(delivery, Duration.ofNanos(System.nanoTime() - begun));
        return delivery;
    }

    /** Puts a session back to its beginning; see {@link Conversations#reset}. */
    public Conversations.Reset reset(Session session) {
        Conversations.Reset done = conversations.reset(session.id(), decision -> dispatcher.calls()
                ? Optional.of(dispatcher.body(session, decision, Optional.empty()))
                : Optional.empty(), time.now(), budget);
        dispatcher.wake();
        return done;
    }

    private Duration left(long arrivedNanos) {
        Duration remaining = remaining(arrivedNanos);
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }

    /** Negative once the time is over: how long ago that was tells whether anything may still be kept. */
    private Duration remaining(long arrivedNanos) {
        return budget.minusNanos(System.nanoTime() - arrivedNanos);
    }

    /** Answers those late who still wait. */
    @Override
    public void close() {
        deadlines.close();
    }
}
