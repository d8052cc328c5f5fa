package simmer.host.pipeline;

import java.util.Optional;

import simmer.host.delivery.Delivery;
import simmer.spi.Decision;
import simmer.spi.Handover;
import simmer.spi.Level;

/**
 * What a webhook is answered.
 *
 * @param decision where the session belongs; without a score it is where it is, unless a hard rule says otherwise
 * @param holds the level that holds at Cognigy, as far as is known
 * @param delivery what became of the decision
 * @param shortfall why this is less than a whole answer, for a supervisor: no score could be made, or the store is away
 * @param handover what the human who takes over should know; absent on the lowest level, where none does
 * @param byFallback whether the fallback has read what was new, for the model could not
 * @param turnsLeftOut how many of the conversation's oldest turns did not count, for they could not be read in time
 */
public record Outcome(Decision decision, Level holds, Delivery delivery, Optional<String> shortfall,
        Optional<Handover> handover, boolean byFallback, int turnsLeftOut) {

    /** Whether this is less than a whole answer. */
    public boolean isDegraded() {
        return shortfall.isPresent();
    }
}
