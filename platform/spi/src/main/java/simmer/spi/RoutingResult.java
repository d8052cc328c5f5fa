package simmer.spi;

/** How a router's call went. */
public sealed interface RoutingResult {

    /** Calls made after the first, 0 or more. */
    int retries();

    /**
     * The session was moved.
     *
     * @param answer what the other side answered, a JSON text of at most 64 Ki characters; empty if it said nothing
     */
    record Delivered(String answer, int retries) implements RoutingResult {
    }

    /** This router makes no call: whoever asked reads the decision in the answer. */
    record NothingToSend() implements RoutingResult {

        @Override
        public int retries() {
            return 0;
        }
    }

    /**
     * The session was not moved, or nobody can tell whether it was.
     *
     * @param fault what kind of failure
     * @param message what happened and what to do, for the person who runs the flow; holds no secret
     */
    record Failed(Fault fault, String message, int retries) implements RoutingResult {
    }

    /** Why a session was not moved; tells who must act. */
    enum Fault {
        /** The credentials are missing, wrong or expired: whoever configured them must act. */
        CREDENTIALS,
        /** The credentials lack a permission: whoever issued them must act. */
        PERMISSION,
        /** Too many calls, by the other side's limit or our own budget: waiting helps. */
        RATE_LIMIT,
        /** The other side refused this very request: the same again will not help. */
        REJECTED,
        /** The other side failed, or answered with something that is no answer: waiting may help. */
        UNAVAILABLE,
        /** No connection, or one that broke. */
        NETWORK,
        /** The time ran out. */
        TIMEOUT
    }
}
