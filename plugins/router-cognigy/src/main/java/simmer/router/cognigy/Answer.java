package simmer.router.cognigy;

import java.time.Duration;

/**
 * What came back.
 *
 * @param status HTTP status
 * @param retryAfter the wait asked for; zero if none was
 * @param body as far as it was read, taken as UTF-8
 * @param ending how the reading ended
 */
record Answer(int status, Duration retryAfter, String body, Ending ending) {

    /** How a body ended. */
    enum Ending {
        /** All of it is here. */
        WHOLE,
        /** There is more than we take. */
        TOO_LONG,
        /** The connection broke before its end. */
        BROKEN
    }
}
