package simmer.router.cognigy.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status HTTP status, never an interim one
 * @param retryAfter the wait asked for; zero if none was
 * @param date the other side's clock; empty if it told none
 * @param body as far as it was read, taken as UTF-8
 * @param ending how the reading ended
 */
public record Answer(int status, Duration retryAfter, Optional<Instant> date, String body, Ending ending) {

    /** How a body ended. */
    public enum Ending {
        /** All of it is here. */
        WHOLE,
        /** There is more than we take. */
        TOO_LONG,
        /** The connection broke before its end. */
        BROKEN
    }
}
