package simmer.router.cognigy;

import java.time.Duration;

import simmer.spi.RoutingResult.Fault;

/** An attempt failed in a way that another one may not. Has no stack trace: it is an answer, not a bug. */
final class TryAgainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String sentence;
    private final Duration after;

    /**
     * @param fault what to report if nobody tries again
     * @param sentence the same, for people
     * @param after what the other side asked to wait; zero if nothing
     */
    TryAgainException(Fault fault, String sentence, Duration after) {
        super(sentence, null, false, false);
        this.fault = fault;
        this.sentence = sentence;
        this.after = after;
    }

    Fault fault() {
        return fault;
    }

    String sentence() {
        return sentence;
    }

    Duration after() {
        return after;
    }
}
