package simmer.host.store.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;

import org.sqlite.Function;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import simmer.host.store.StoreException;

/** The database file, and how connections to it are made: write-ahead log, and a commit returns once it is on the disk. */
final class SqliteFile {

    /** Past this the log is cut once its content is in the database. */
    private static final int LOG_BYTES = 16 << 20;

    private final Path path;
    private final SQLiteDataSource source;
    private final InstantSource clock;

    /** @param clock the store's time, which statements call {@code simmer_now()} */
    SqliteFile(Path path, Duration timeout, InstantSource clock) {
        this.path = path;
        this.clock = clock;
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setJournalSizeLimit(LOG_BYTES);
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout((int) timeout.toMillis());
        this.source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
    }

    /** Where connections come from that don't ask for the time. */
    SQLiteDataSource source() {
        return source;
    }

    Connection connect() throws SQLException {
        Connection connection = source.getConnection();
        Function now = new Function() {
            @Override
            protected void xFunc() throws SQLException {
                result(clock.millis());
            }
        };
        // Deterministic, as SQLite understands it: asked once for each run of a statement.
        Function.create(connection, "simmer_now", now, 0, Function.FLAG_DETERMINISTIC);
        return connection;
    }

    /** What a failure means, and what to do. */
    StoreException failure(SQLException failure) {
        SQLiteErrorCode code = failure instanceof SQLiteException sqlite
                ? sqlite.getResultCode()
                : SQLiteErrorCode.UNKNOWN_ERROR;
        String name = code.name();
        String sentence = name.equals("SQLITE_FULL")
                ? " has no room left: free some space on its disk"
                : name.startsWith("SQLITE_READONLY") || name.startsWith("SQLITE_CANTOPEN") || name.equals("SQLITE_PERM")
                        ? " can't be written: give the user that runs Simmer the right to"
                        : name.startsWith("SQLITE_CORRUPT") || name.startsWith("SQLITE_NOTADB")
                                ? " is damaged: restore it, or move it away and start with none"
                                : name.startsWith("SQLITE_IOERR")
                                        ? " can't be read or written: look at its disk"
                                        : " failed";
        return new StoreException(this + sentence + " (" + Failures.firstLine(failure) + ")", failure);
    }

    @Override
    public String toString() {
        return "the store " + path;
    }
}
