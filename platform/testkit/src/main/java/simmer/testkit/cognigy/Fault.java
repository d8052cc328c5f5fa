package simmer.testkit.cognigy;

import java.time.Duration;

/** How the stand-in misbehaves. What a plain server can't do on the wire (resets, broken HTTP) is not among it. */
public sealed interface Fault {

    /**
     * Answers a status, with Cognigy's error body.
     *
     * @param status 400 to 599
     */
    record Status(int status) implements Fault {
    }

    /**
     * Answers a status that asks the caller to wait.
     *
     * @param status such as 429 or 503
     * @param retryAfter the header's value as it goes out, seconds or an HTTP date, or nonsense
     */
    record StatusWithRetryAfter(int status, String retryAfter) implements Fault {
    }

    /**
     * Answers a status and a body of the test's own.
     *
     * @param status 200 to 599
     * @param contentType of the body
     * @param body anything
     */
    record StatusWithBody(int status, String contentType, String body) implements Fault {
    }

    /** Answers as it should, but late. Closing the stand-in ends the wait. */
    record Delay(Duration delay) implements Fault {
    }

    /** Answers a page of HTML with status 200, as a login page or a proxy does. */
    record Rubbish() implements Fault {
    }

    /** Answers status 200 without a body. */
    record EmptyBody() implements Fault {
    }

    /**
     * Answers status 200 and a body that doesn't end by itself.
     *
     * @param pieceBytes size of a piece, 1 or more
     * @param pause before each piece
     * @param capBytes where it ends after all, so that a caller without a limit fails a test instead of hanging it
     */
    record EndlessBody(int pieceBytes, Duration pause, int capBytes) implements Fault {
    }

    /**
     * Sends the caller elsewhere, with status 307.
     *
     * @param location the header's value
     */
    record Redirect(String location) implements Fault {
    }
}
