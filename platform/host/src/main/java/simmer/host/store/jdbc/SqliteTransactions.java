package simmer.host.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Transactions on one connection to SQLite. Several writes share one, and its commit: one wait for the disk, and none if all
 * of them can do without. If one of them breaks a rule of the tables, only that one is undone; if the database fails, all
 * are. After a failure the connection is opened anew, so that nothing half done stays behind. For one thread.
 */
final class SqliteTransactions implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SqliteTransactions.class.getName());

    private final SqliteFile file;
    private @Nullable Open open;

    /** An open connection, with what is prepared on it and closed with it. */
    private static final class Open {

        private final Connection connection;
        private final Sql sql;
        private Durability durability = Durability.MACHINE;

        private Open(Connection connection) {
            this.connection = connection;
            this.sql = new Sql(connection);
        }

        /**
         * Between two transactions only. Not prepared, for SQLite may take such a statement for done when it is prepared.
         */
        private void commitTo(Durability asked) throws SQLException {
            if (asked != durability) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(switch (asked) {
                        case PROCESS -> "pragma synchronous = normal";
                        case MACHINE -> "pragma synchronous = full";
                    });
                }
                durability = asked;
            }
        }
    }

    SqliteTransactions(SqliteFile file) {
        this.file = file;
    }

    /** Does a job of one statement, which needs no transaction around it. */
    void read(Job<?> job) {
        try {
            if (job.begin()) {
                run(job, open().sql).run();
            }
        } catch (SQLException e) {
            fail(List.of(job), file.failure(e));
        } catch (RuntimeException | Error e) {
            job.fail(e);
        }
    }

    /** Does the jobs; all hear of it, good or bad, before this returns. */
    void write(List<Job<?>> jobs) {
        List<Runnable> answers = new ArrayList<>();
        try {
            Open ready = open();
            ready.commitTo(jobs.stream().map(Job::durability).max(Comparator.naturalOrder()).orElseThrow());
            ready.sql.update("begin immediate");
            for (Job<?> job : jobs) {
                if (job.begin()) {
                    answers.add(runApart(job, ready.sql));
                }
            }
            ready.sql.update("commit");
        } catch (SQLException e) {
            fail(jobs, file.failure(e));
            return;
        } catch (RuntimeException | Error e) {
            // A fault in the driver, of which the thread must not die: it is the only one that writes.
            fail(jobs, e);
            return;
        }
        answers.forEach(Runnable::run);
    }

    private void fail(List<Job<?>> jobs, Throwable failure) {
        jobs.forEach(job -> job.fail(failure));
        close();
    }

    private static Runnable runApart(Job<?> job, Sql sql) throws SQLException {
        sql.update("savepoint job");
        try {
            Runnable answer = run(job, sql);
            sql.update("release job");
            return answer;
        } catch (RuntimeException | Error e) {
            sql.update("rollback to job");
            return () -> job.fail(e);
        }
    }

    /** @throws IllegalArgumentException if the job breaks a rule of the tables */
    private static Runnable run(Job<?> job, Sql sql) throws SQLException {
        try {
            return job.run(sql);
        } catch (SQLException e) {
            if (Failures.isCallersFault(e)) {
                throw Failures.callersFault(e);
            }
            throw e;
        }
    }

    private Open open() throws SQLException {
        Open ready = open;
        if (ready == null) {
            ready = new Open(file.connect());
            open = ready;
        }
        return ready;
    }

    /** Closes the connection; what was not committed is undone. */
    @Override
    public void close() {
        Open closing = open;
        open = null;
        if (closing != null) {
            try {
                closing.connection.close();
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.WARNING, "a connection to " + file + " did not close", e);
            }
        }
    }
}
