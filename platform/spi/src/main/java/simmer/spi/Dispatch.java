package simmer.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision on its way to its session.
 *
 * @param id the same at every attempt, unique among all deliveries: the idempotency key; 1 to 128 letters, digits and
 *        dashes, fit for a header
 * @param session which session
 * @param decision where to; its score comes without turns
 * @param handover what the human who takes it over should know; absent where no human does, on the lowest level
 * @param decidedAt when it was decided, which a delivery can follow much later; absent if nobody said
 */
public record Dispatch(String id, Session session, Decision decision, Optional<Handover> handover,
        Optional<Instant> decidedAt) {

    private static final int MAX_ID_LENGTH = 128;

    /** @throws IllegalArgumentException if the id has another length or other characters */
    public Dispatch {
        if (id.isEmpty() || id.length() > MAX_ID_LENGTH || !id.chars().allMatch(Dispatch::fitsHeader)) {
            throw new IllegalArgumentException("a dispatch's id has 1 to " + MAX_ID_LENGTH + " letters, digits and dashes");
        }
    }

    /** A decision of which nobody said more. */
    public Dispatch(String id, Session session, Decision decision) {
        this(id, session, decision, Optional.empty(), Optional.empty());
    }

    private static boolean fitsHeader(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }
}
