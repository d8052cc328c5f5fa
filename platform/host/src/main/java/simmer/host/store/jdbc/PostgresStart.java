package simmer.host.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import simmer.host.store.StoreException;

/**
 * What is to be done before a PostgreSQL database can be used: reach it, look at its version, bring its tables up to date.
 */
final class PostgresStart {

    private static final int OLDEST = 15;
    private static final long BETWEEN_TRIES_MILLIS = 250;
    /**
     * SQLSTATEs, or their classes, that waiting does not mend: credentials, none given, no such database, no right to it.
     */
    private static final List<String> FOR_GOOD = List.of("28", "08004", "3D", "42");

    private PostgresStart() {
    }

    /** @throws StoreException if it stays away for longer than a start waits, or can't be used */
    static void prepare(PostgresServer server) {
        DataSource source = PostgresDriver.forStart(server);
        requireVersion(server, source);
        Schema.bring(source, Dialect.POSTGRESQL, server.toString());
    }

    private static void requireVersion(PostgresServer server, DataSource source) {
        long until = System.nanoTime() + server.waitAtStart().toNanos();
        while (true) {
            try (Connection connection = source.getConnection()) {
                int version = connection.getMetaData().getDatabaseMajorVersion();
                if (version < OLDEST) {
                    throw new StoreException(server + " is PostgreSQL " + version + ", must be " + OLDEST + " or later",
                            null);
                }
                return;
            } catch (SQLException e) {
                if (isForGood(e)) {
                    throw new StoreException(server + " refuses: " + Failures.firstLine(e)
                            + ": correct url, user or password", e);
                }
                if (System.nanoTime() - until > 0) {
                    throw new StoreException(
                            server + " can't be reached (" + Failures.firstLine(e) + "), though it was waited"
                                    + " for " + server.waitAtStart() + ": start it, or correct the url",
                            e);
                }
                pause(server, e);
            }
        }
    }

    private static boolean isForGood(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return FOR_GOOD.stream().anyMatch(state::startsWith);
    }

    private static void pause(PostgresServer server, SQLException failure) {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(server + " was not waited for: the start was interrupted", failure);
        }
    }
}
