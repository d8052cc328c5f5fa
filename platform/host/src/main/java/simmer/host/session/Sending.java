package simmer.host.session;

/** What becomes of a decision on its way to Cognigy. */
public sealed interface Sending {

    /** There is nothing to send: the level holds already. */
    record Nothing() implements Sending {
    }

    /** A message is in the outbox. */
    record Queued(String messageId) implements Sending {
    }

    /** The message of a turn that comes again was given up: it is a dead letter, and the session's next turn tries again. */
    record GivenUp(String messageId) implements Sending {
    }

    /** The message of a turn that comes again was delivered. */
    record Delivered(String messageId) implements Sending {
    }
}
