package simmer.host.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import simmer.host.store.StoreException;

/**
 * PostgreSQL behind a pool of connections. Each call runs on a virtual thread of its own, so that its caller can go when the
 * time is up; the interrupt then closes the connection, and the server undoes what it did.
 */
final class PostgresEngine implements Engine {

    /** For how long calls are refused at once after no connection could be had. */
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    /** The pool's own least. */
    private static final long LEAST_WAIT_MILLIS = 250;

    private final PostgresServer server;
    private final HikariDataSource pool;
    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("store-", 0).factory());
    private final AtomicLong noTryBefore = new AtomicLong(System.nanoTime());

    private PostgresEngine(PostgresServer server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    /**
     * Waits for the server, brings its tables to this version, and fills the pool.
     *
     * @throws StoreException if the server is away for too long, or can't be used
     */
    static PostgresEngine open(PostgresServer server) {
        PostgresStart.prepare(server);
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setDataSource(PostgresDriver.forCalls(server));
        config.setMaximumPoolSize(server.poolSize());
        // A little less than a call has, so that it knows what it waited for in vain.
        long wait = Math.max(LEAST_WAIT_MILLIS, server.timeout().toMillis() * 3 / 4);
        config.setConnectionTimeout(wait);
        config.setValidationTimeout(wait);
        config.setInitializationFailTimeout(-1);
        return new PostgresEngine(server, new HikariDataSource(config));
    }

    @Override
    public <T> T read(Work<T> work) {
        return call(() -> {
            try (Connection connection = pool.getConnection(); Sql sql = new Sql(connection)) {
                return work.in(sql);
            }
        });
    }

    /** As durable as the server is configured, whatever is asked for. */
    @Override
    public <T> T write(Work<T> work, Durability durability) {
        return call(() -> {
            try (Connection connection = pool.getConnection(); Sql sql = new Sql(connection)) {
                connection.setAutoCommit(false);
                T value = work.in(sql);
                connection.commit();
                return value;
            }
        });
    }

    /** What a call does with a connection; the pool undoes what was not committed. */
    @FunctionalInterface
    private interface Transaction<T> {
        T run() throws SQLException;
    }

    private <T> T call(Transaction<T> transaction) {
        requireTry();
        Future<T> call = calls.submit(() -> run(transaction));
        try {
            return call.get(server.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new StoreException(server + " did not answer within " + server.timeout()
                    + ", so nobody can tell whether it was done: look at the server and the network", e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new StoreException(server + " was not waited for: the caller is stopping", e);
        } catch (ExecutionException e) {
            throw Failures.rethrown(e.getCause());
        }
    }

    private <T> T run(Transaction<T> transaction) {
        try {
            T value = transaction.run();
            noTryBefore.set(System.nanoTime());
            return value;
        } catch (SQLTransientConnectionException e) {
            noTryBefore.set(System.nanoTime() + BETWEEN_TRIES.toNanos());
            throw away(e);
        } catch (SQLException e) {
            throw Failures.isCallersFault(e)
                    ? Failures.callersFault(e)
                    : new StoreException(server + " failed: " + Failures.firstLine(e), e);
        }
    }

    private void requireTry() {
        // Read before the clock is: others set it to the time meanwhile.
        long from = noTryBefore.get();
        if (System.nanoTime() - from < 0) {
            throw away(null);
        }
    }

    private StoreException away(@Nullable SQLException failure) {
        String why = failure == null || failure.getCause() == null ? "" : " (" + Failures.innermost(failure) + ")";
        return new StoreException(server + " is away, or too slow to give a connection" + why
                + ": look at the server and the network", failure);
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    /** Waits for calls under way, for five seconds at most. */
    @Override
    public void close() {
        calls.shutdown();
        try {
            if (!calls.awaitTermination(CLOSE_WITHIN.toNanos(), TimeUnit.NANOSECONDS)) {
                calls.shutdownNow();
            }
        } catch (InterruptedException e) {
            calls.shutdownNow();
            Thread.currentThread().interrupt();
        }
        pool.close();
    }
}
