package simmer.host.pipeline;

import simmer.host.delivery.Delivery;
import simmer.host.scoring.Scored.Why;
import simmer.spi.Decision;
import simmer.spi.Level;

/** What a webhook is answered. */
public sealed interface Outcome {

    /**
     * The conversation was scored and its level decided.
     *
     * @param turnsLeftOut how many of its oldest turns did not count, for they could not be read in time
     */
    record Decided(Decision decision, Delivery delivery, int turnsLeftOut) implements Outcome {
    }

    /**
     * No score could be made: nothing was decided, nothing sent.
     *
     * @param holds the level that holds at Cognigy
     * @param why what kind of failure
     * @param reason what happened, for a supervisor
     */
    record Degraded(Level holds, Why why, String reason) implements Outcome {
    }
}
