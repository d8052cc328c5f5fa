package simmer.host.delivery;

import java.time.Instant;

import simmer.host.store.Outbox.Claimed;
import simmer.host.store.StoreException;
import simmer.spi.Level;

/**
 * Has the outbox and the memory of sessions learn, in one commit, how a message ended. Called from any thread and any
 * replica; of one session in order. A message whose lease has passed to another is left to that one.
 */
public interface Settlement {

    /**
     * A session was moved: the level holds, and the message leaves the outbox.
     *
     * @param at by the wall clock of this process
     * @throws StoreException if the store is away: the message is sent again once its lease is over
     */
    void delivered(Claimed claimed, Level level, Instant at);

    /**
     * A message was given up: it becomes a dead letter, and the next turn may send its level again.
     *
     * @param at by the wall clock of this process
     * @throws StoreException likewise
     */
    void givenUp(Claimed claimed, String reason, Instant at);
}
