/**
 * The two stores: SQLite in the data folder for one process, PostgreSQL for several. Both run the same SQL on the same
 * tables; what a transaction costs, who runs it and how long it may take is the affair of an {@code Engine}.
 * <p>
 * Come here to change a table, a statement or an engine.
 */
@NullMarked
package simmer.host.store.jdbc;

import org.jspecify.annotations.NullMarked;
