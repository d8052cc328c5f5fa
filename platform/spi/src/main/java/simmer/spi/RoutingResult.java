package simmer.spi;

import java.time.Duration;
import java.util.Optional;

/** How a router's call went. */
public sealed interface RoutingResult {

    /** Calls made after the first: 0, unless the router calls again by itself, which it should leave to the host. */
    int retries();

    /**
     * The session was moved.
     *
     * @param answer what the other side answered, a JSON text of at most 64 Ki characters; empty if it said nothing
     */
    record Delivered(String answer, int retries) implements RoutingResult {

        /** Moved by the first call. */
        public Delivered(String answer) {
            this(answer, 0);
        }
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
     * @param retryAfter how long the other side asks not to be called
     * @param mayHaveArrived whether the session may have been moved in spite of it
     */
    record Failed(Fault fault, String message, int retries, Optional<Duration> retryAfter, boolean mayHaveArrived)
            implements
                RoutingResult {

        /** A failure after which nobody can tell more than its kind does. */
        public Failed(Fault fault, String message, int retries) {
            this(fault, message, retries, Optional.empty(), fault.leavesDoubt());
        }

        /** A failure of the first call, of which nobody can tell more than its kind does. */
        public Failed(Fault fault, String message) {
            this(fault, message, 0);
        }

        /** The same, when the other side asked for a wait. */
        public Failed retryAfter(Duration wait) {
            return new Failed(fault, message, retries, Optional.of(wait), mayHaveArrived);
        }

        /** The same, when it is certain that the session was not moved. */
        public Failed notArrived() {
            return new Failed(fault, message, retries, retryAfter, false);
        }
    }

    /** Why a session was not moved; tells who must act. */
    enum Fault {
        /** The credentials are missing, wrong or expired: whoever configured them must act. */
        CREDENTIALS(false),
        /** The credentials lack a permission: whoever issued them must act. */
        PERMISSION(false),
        /** Too many calls, by the other side's limit or our own budget: waiting helps. */
        RATE_LIMIT(false),
        /** The other side refused this very request: the same again will not help. */
        REJECTED(false),
        /** The other side failed: waiting may help. */
        UNAVAILABLE(true),
        /** Something answered that is no such service, a login page or a proxy: waiting may help, looking may be quicker. */
        UNINTELLIGIBLE(true),
        /** No connection, or one that broke. */
        NETWORK(true),
        /** The time ran out. */
        TIMEOUT(true);

        private final boolean leavesDoubt;

        Fault(boolean leavesDoubt) {
            this.leavesDoubt = leavesDoubt;
        }

        /** Whether, by its kind alone, the call may have arrived all the same. */
        public boolean leavesDoubt() {
            return leavesDoubt;
        }
    }
}
