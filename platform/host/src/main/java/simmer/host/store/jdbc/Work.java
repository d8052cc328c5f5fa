package simmer.host.store.jdbc;

import java.sql.SQLException;

/** What is done in one transaction. May be begun again after it failed, so it changes nothing but the database. */
@FunctionalInterface
interface Work<T> {

    T in(Sql sql) throws SQLException;
}
