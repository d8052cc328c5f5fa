package simmer.host.pipeline;

import java.time.Instant;

import simmer.host.delivery.Settlement;
import simmer.host.session.Conversations;
import simmer.host.store.Outbox.Claimed;
import simmer.spi.Level;

/** Settles messages with the sessions that are remembered. */
public record SessionSettlement(Conversations conversations) implements Settlement {

    @Override
    public void delivered(Claimed claimed, Level level, Instant at) {
        conversations.delivered(claimed, level.name(), at);
    }

    @Override
    public void givenUp(Claimed claimed, String reason, Instant at) {
        conversations.givenUp(claimed, reason, at);
    }
}
