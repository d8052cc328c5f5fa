package simmer.model.oip;

/** A call that brought no usable answer. Has no stack trace: it is a result, not a bug. */
final class CallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Blame blame;

    /** Whose fault it seems to be, which tells what may help. */
    enum Blame {
        /** The connection broke, as an idle one may: the same again may help, also at the same server. */
        CONNECTION,
        /** The server is away, slow or ill: another server may help. */
        SERVER,
        /** The server refuses this very request: no server will take it. */
        REQUEST
    }

    /** @param message what happened, worded to follow the server's address: "answered with status 500" */
    CallException(Blame blame, String message) {
        super(message, null, false, false);
        this.blame = blame;
    }

    Blame blame() {
        return blame;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
