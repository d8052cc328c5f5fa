package simmer.host.store.jdbc;

/** Where the SQL of the two databases differs. */
enum Dialect {

    /** One writer at a time, so nothing needs a lock. */
    SQLITE("", "", ""),

    /** Rows that change often leave room in their pages, so that a change needs no new entry in an index. */
    POSTGRESQL(" for update", " for update of s skip locked", " with (fillfactor = 70)");

    private final String lockRow;
    private final String lockFreeSessions;
    private final String roomToChange;

    Dialect(String lockRow, String lockFreeSessions, String roomToChange) {
        this.lockRow = lockRow;
        this.lockFreeSessions = lockFreeSessions;
        this.roomToChange = roomToChange;
    }

    /** The end of a query whose rows nobody else may change until the transaction ends. */
    String lockRow() {
        return lockRow;
    }

    /** The same for the sessions of a query that calls them {@code s}; leaves out those that someone else holds. */
    String lockFreeSessions() {
        return lockFreeSessions;
    }

    /** The end of a table's definition. */
    String roomToChange() {
        return roomToChange;
    }
}
