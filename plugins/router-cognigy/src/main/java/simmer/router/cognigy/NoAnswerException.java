package simmer.router.cognigy;

import simmer.spi.RoutingResult.Failed;

/** A call got no answer. Has no stack trace: it is a result, not a bug. */
final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failed failed;

    NoAnswerException(Failed failed) {
        super(failed.message(), null, false, false);
        this.failed = failed;
    }

    Failed failed() {
        return failed;
    }
}
