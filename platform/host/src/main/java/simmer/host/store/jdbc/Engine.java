package simmer.host.store.jdbc;

/**
 * Runs work in transactions of a database. For use by any number of threads, virtual ones too.
 * <p>
 * Every call ends within the engine's time. It throws {@code StoreException} if the database is away, full or late, and
 * {@code IllegalArgumentException} if what was to be written breaks a rule of the tables; then nothing was written.
 */
interface Engine extends AutoCloseable {

    /** Runs work that only reads. */
    <T> T read(Work<T> work);

    /** Runs work that writes. Writes are never lost out of order: what a later one outlives, all before it do. */
    <T> T write(Work<T> work, Durability durability);

    /** How this database says what not all databases say alike. */
    Dialect dialect();

    /** Ends what is under way, then closes the database. */
    @Override
    void close();
}
