package simmer.host.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import simmer.host.store.StoreException;

/**
 * The tables, brought to what this version needs by numbered scripts, each run once. Where the newest has been run already,
 * one query finds out; Flyway alone would cost a start a quarter of a second.
 */
final class Schema {

    /** The number of the newest script. */
    static final String NEWEST = "5";

    private static final String SCRIPTS = "classpath:simmer/host/store/jdbc/";
    /** Tries a second apart to be the one replica that changes the tables. */
    private static final int LOCK_TRIES = 10;

    private Schema() {
    }

    /** @param store for the sentence of a failure */
    static void bring(DataSource database, Dialect dialect, String store) {
        if (isNewest(database)) {
            return;
        }
        String[] scripts = dialect == Dialect.SQLITE
                ? new String[]{SCRIPTS + "common"}
                : new String[]{SCRIPTS + "postgresql", SCRIPTS + "common"};
        try {
            Flyway.configure(Schema.class.getClassLoader()).dataSource(database).locations(scripts)
                    .placeholders(Map.of("roomToChange", dialect.roomToChange())).table("simmer_schema")
                    .lockRetryCount(LOCK_TRIES).load().migrate();
        } catch (FlywayException e) {
            throw new StoreException(store + " can't be brought to the tables of this version: " + Failures.innermost(e), e);
        }
    }

    private static boolean isNewest(DataSource database) {
        try (Connection connection = database.getConnection(); Sql sql = new Sql(connection)) {
            return sql.one(row -> row.getInt(1), "select 1 from simmer_schema where version = ? and success", NEWEST)
                    .isPresent();
        } catch (SQLException e) {
            // No tables yet; or another failure, which the scripts will meet again and tell of.
            return false;
        }
    }
}
