package simmer.host.store;

/**
 * Keeps what must outlive the process. What a call has acknowledged is on the disk. For use by any number of threads,
 * virtual ones too; every call returns or throws within the time the store was opened with.
 */
public interface Store extends AutoCloseable {

    Sessions sessions();

    Outbox outbox();

    CallBudget budget();

    /** Closes the store; calls under way end first. */
    @Override
    void close();
}
