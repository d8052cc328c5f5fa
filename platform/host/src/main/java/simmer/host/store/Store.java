package simmer.host.store;

/**
 * Keeps what must outlive the process: what a call has acknowledged does. A loss of the machine's power may take the last
 * seconds of what is only remembered, that is a session's state saved without a message, and that a message was delivered;
 * all else that was acknowledged outlives that too, on PostgreSQL as far as the server is configured so. For use by any
 * number of threads, virtual ones too; every call returns or throws within the time the store was opened with.
 */
public interface Store extends AutoCloseable {

    Sessions sessions();

    Outbox outbox();

    CallBudget budget();

    /** Closes the store; calls under way end first. */
    @Override
    void close();
}
