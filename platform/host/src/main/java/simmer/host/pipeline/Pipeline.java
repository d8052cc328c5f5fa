package simmer.host.pipeline;

import java.time.Duration;

import simmer.host.admin.Meters;
import simmer.host.decision.Levels;
import simmer.host.delivery.Deliverer;
import simmer.host.delivery.Delivery;
import simmer.host.scoring.ConversationScorer;
import simmer.host.scoring.Scored;
import simmer.spi.Conversation;
import simmer.spi.Decision;

/** Takes a conversation to its outcome. For use by any number of threads; blocks until the outcome is there, in time. */
public final class Pipeline {

    /** What writing and sending the answer may take of the time it has. */
    private static final Duration RESERVE = Duration.ofMillis(100);
    private static final int RESERVE_SHARE = 10;

    private final ConversationScorer scorer;
    private final Levels levels;
    private final Deliverer deliverer;
    private final Meters meters;
    private final Duration budget;

    /** @param answerWithin how long an answer may take; a tenth of it, 100 ms at most, is kept for writing it */
    public Pipeline(ConversationScorer scorer, Levels levels, Deliverer deliverer, Meters meters, Duration answerWithin) {
        this.scorer = scorer;
        this.levels = levels;
        this.deliverer = deliverer;
        this.meters = meters;
        Duration share = answerWithin.dividedBy(RESERVE_SHARE);
        this.budget = answerWithin.minus(share.compareTo(RESERVE) < 0 ? share : RESERVE);
    }

    /**
     * Scores, decides and delivers.
     *
     * @param arrivedNanos when the webhook arrived, by {@link System#nanoTime()}
     */
    public Outcome run(Conversation conversation, long arrivedNanos) {
        long begun = System.nanoTime();
        Scored scored = scorer.score(conversation, left(arrivedNanos));
        meters.scored(scored, Duration.ofNanos(System.nanoTime() - begun));
        return switch (scored) {
            case Scored.Success success -> deliver(conversation, decide(success), success.turnsLeftOut(), arrivedNanos);
            case Scored.Failure failure -> new Outcome.Degraded(deliverer.held(conversation.session()), failure.why(),
                    failure.sentence());
        };
    }

    private Decision decide(Scored.Success scored) {
        Decision decision = levels.decide(scored.score());
        if (scored.turnsLeftOut() == 0) {
            return decision;
        }
        return new Decision(decision.level(), decision.score(), decision.reason() + "; the time was too short to read the "
                + scored.turnsLeftOut() + " oldest turns");
    }

    private Outcome deliver(Conversation conversation, Decision decision, int turnsLeftOut, long arrivedNanos) {
        long begun = System.nanoTime();
        Delivery delivery = deliverer.deliver(conversation.session(), decision, left(arrivedNanos));
        meters.delivered(delivery, Duration.ofNanos(System.nanoTime() - begun));
        return new Outcome.Decided(decision, delivery, turnsLeftOut);
    }

    private Duration left(long arrivedNanos) {
        Duration left = budget.minusNanos(System.nanoTime() - arrivedNanos);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
