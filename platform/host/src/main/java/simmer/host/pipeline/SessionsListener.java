package simmer.host.pipeline;

import java.time.Instant;

import simmer.host.delivery.DeliveryListener;
import simmer.host.session.Conversations;
import simmer.spi.Level;

/** Has the memory of sessions learn what became of their messages. */
public record SessionsListener(Conversations conversations) implements DeliveryListener {

    @Override
    public void delivered(String sessionId, String messageId, Level level, Instant at) {
        conversations.delivered(sessionId, messageId, level.name(), at);
    }

    @Override
    public void givenUp(String sessionId, String messageId, Instant at) {
        conversations.givenUp(sessionId, messageId, at);
    }
}
