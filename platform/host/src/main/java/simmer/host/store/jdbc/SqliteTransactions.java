package simmer.host.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import simmer.host.store.StoreException;

/**
 * Transactions on one connection to SQLite. Several jobs share one, and its commit: one wait for the disk. If one of them
 * breaks a rule of the tables, only that one is undone; if the database fails, all are. After a failure the connection is
 * opened anew, so that nothing half done stays behind. For one thread.
 */
final class SqliteTransactions implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SqliteTransactions.class.getName());

    private final SqliteFile file;
    private final String begin;
    private @Nullable Open open;

    /** An open connection, with what is prepared on it and closed with it. */
    private record Open(Connection connection, Sql sql) {
    }

    SqliteTransactions(SqliteFile file, String begin) {
        this.file = file;
        this.begin = begin;
    }

    /** Does the jobs; all hear of it, good or bad, before this returns. */
    void run(List<Job<?>> jobs) {
        List<Runnable> answers = new ArrayList<>();
        try {
            Sql sql = open();
            sql.update(begin);
            for (Job<?> job : jobs) {
                if (job.begin()) {
                    answers.add(run(job, sql));
                }
            }
            sql.update("commit");
        } catch (SQLException e) {
            StoreException failure = file.failure(e);
            jobs.forEach(job -> job.fail(failure));
            close();
            return;
        }
        answers.forEach(Runnable::run);
    }

    private static Runnable run(Job<?> job, Sql sql) throws SQLException {
        sql.update("savepoint job");
        try {
            Runnable answer = job.run(sql);
            sql.update("release job");
            return answer;
        } catch (SQLException e) {
            if (!Failures.isCallersFault(e)) {
                throw e;
            }
            sql.update("rollback to job");
            return () -> job.fail(Failures.callersFault(e));
        } catch (RuntimeException | Error e) {
            sql.update("rollback to job");
            return () -> job.fail(e);
        }
    }

    private Sql open() throws SQLException {
        Open ready = open;
        if (ready == null) {
            Connection connection = file.connect();
            ready = new Open(connection, new Sql(connection));
            open = ready;
        }
        return ready.sql();
    }

    /** Closes the connection; what was not committed is undone. */
    @Override
    public void close() {
        Open closing = open;
        open = null;
        if (closing != null) {
            try {
                closing.connection().close();
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.WARNING, "a connection to " + file + " did not close", e);
            }
        }
    }
}
