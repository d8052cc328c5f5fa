package simmer.router.cognigy.wire;

import simmer.spi.RoutingResult.Failed;

/** A call got no answer. Has no stack trace: it is a result, not a bug. */
public final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failed failed;

    public NoAnswerException(Failed failed) {
        super(failed.message(), null, false, false);
        this.failed = failed;
    }

    public Failed failed() {
        return failed;
    }
}
