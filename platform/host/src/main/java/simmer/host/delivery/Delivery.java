package simmer.host.delivery;

/** What became of a decision while its webhook waited. */
public sealed interface Delivery {

    /** Calls made after the first. */
    int retries();

    /**
     * The session was moved.
     *
     * @param answer what the other side answered, a JSON text, or empty if it said nothing
     */
    record Delivered(String answer, int retries) implements Delivery {
    }

    /** There was nothing to send. */
    record Unchanged() implements Delivery {

        @Override
        public int retries() {
            return 0;
        }
    }

    /**
     * The session was not moved yet. The message is kept and sent later, unless a newer one takes its place.
     *
     * @param message what happened, and what to do if anything
     */
    record Queued(String message, int retries) implements Delivery {
    }

    /**
     * The session was not moved, and nobody can say when it will be: the other side refused, or the message was given up. It
     * lies in the outbox until someone mends the cause.
     *
     * @param message what happened and what to do
     */
    record Failed(String message, int retries) implements Delivery {
    }
}
