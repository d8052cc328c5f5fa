package simmer.host.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Deliveries that are decided and not yet made: at most one that waits and one in flight for each session. A message is
 * in flight from its claim until its sender says what became of it, or its lease ends; then any other may claim it. How it
 * ends is saved with its session, see {@link Sessions#settle}.
 */
public interface Outbox {

    /**
     * A message that the caller alone may send until the lease ends.
     *
     * @param sessionId whose
     * @param attempts calls made before, 0 or more
     * @param leaseUntil by the store's clock; a sender must have ended its call by then
     */
    record Claimed(String sessionId, Message message, int attempts, Instant leaseUntil, String lease) {
    }

    /** What an operator sees of a message that was given up. */
    record DeadLetter(String messageId, String sessionId, Instant since, int attempts, String reason, String body) {
    }

    /**
     * How much there is.
     *
     * @param waiting messages due or not yet due, those in flight included
     * @param held messages that wait until the cause of a refusal is mended
     * @param dead messages given up
     * @param oldest age of the oldest that waits, zero if none does
     */
    record Depth(long waiting, long held, long dead, Duration oldest) {
    }

    /** Claims due messages that nobody sends, the most urgent first, then the oldest. */
    List<Claimed> claimDue(int most, Duration lease, Instant now);

    /** Claims a session's message if it is due or held, and nobody sends one for that session. */
    Optional<Claimed> claim(String sessionId, Duration lease, Instant now);

    /** The call failed; try again at a time, unless a newer message has come: that one is due at once. */
    void retryAt(Claimed claimed, Instant at, String reason);

    /** No call was made; the message is due at a time, unless a newer one has come. */
    void putBack(Claimed claimed, Instant at);

    /**
     * The call was refused until someone mends the cause; {@link #releaseHeld} makes it due again. Who claims it for its
     * session may try it before.
     */
    void hold(Claimed claimed, String reason);

    /** Held likewise, but as it was before its claim: no call was made, or what was refused was not this message. */
    void holdBack(Claimed claimed, String reason);

    /** Makes every held message due. Returns how many. */
    int releaseHeld(Instant now);

    List<DeadLetter> deadLetters(int most);

    /** Makes a dead letter due again, unless the session has a newer message. Returns whether there was one. */
    boolean resend(String messageId, Instant now);

    /**
     * Forgets some of the dead letters that were given up before a time, the oldest first. Returns how many, 0 if none is
     * left.
     */
    int forgetGivenUpBefore(Instant before);

    Depth depth(Instant now);
}
