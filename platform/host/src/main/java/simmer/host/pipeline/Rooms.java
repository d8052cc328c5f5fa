package simmer.host.pipeline;

import simmer.host.delivery.Dispatcher;
import simmer.host.handover.Handovers;
import simmer.host.rules.Repeats;
import simmer.host.rules.Rules;
import simmer.host.scoring.ConversationScorer;

/**
 * The rooms that a pipeline asks.
 *
 * @param history where what was said before comes from if a payload does not tell it
 */
public record Rooms(ConversationScorer scorer, Rules rules, Repeats repeats, Dispatcher dispatcher, Handovers handovers,
        History history) {
}
