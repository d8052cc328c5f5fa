package simmer.host.delivery;

import java.time.Instant;

import simmer.spi.Level;

/**
 * Hears of sessions that were moved: what the memory of sessions calls the level that holds. Told once at least for each
 * delivery, from any thread and any replica; of one session in order. A message that was overtaken is never told of.
 */
public interface DeliveryListener {

    /**
     * A session was moved. Called before the outbox forgets the message; an exception is logged and changes nothing.
     *
     * @param at by the wall clock of this process
     */
    void delivered(String sessionId, String messageId, Level level, Instant at);

    /**
     * A message was given up: it became a dead letter. Called after the outbox has put it aside; likewise.
     *
     * @param at by the wall clock of this process
     */
    void givenUp(String sessionId, String messageId, Instant at);
}
