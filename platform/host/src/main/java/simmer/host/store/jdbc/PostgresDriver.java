package simmer.host.store.jdbc;

import java.time.Duration;

import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

import simmer.host.store.StoreException;

/** Connections to a server, each with bounds of its own. */
final class PostgresDriver {

    private static final long MILLIS = 1_000;

    private PostgresDriver() {
    }

    /**
     * Connections for a start: the tables may be changed, which takes its time.
     *
     * @throws StoreException if the url is none
     */
    static PGSimpleDataSource forStart(PostgresServer server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(server.url());
        } catch (IllegalArgumentException e) {
            throw new StoreException(server + " can't be addressed: its url is not jdbc:postgresql://HOST:PORT/DATABASE", e);
        }
        source.setUser(server.user());
        if (!server.password().isEmpty()) {
            source.setPassword(server.password());
        }
        source.setApplicationName("simmer");
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(seconds(server.timeout()));
        source.setLogServerErrorDetail(false);
        if (!server.url().contains(PGProperty.GSS_ENC_MODE.getName())) {
            source.setGssEncMode("disable");
        }
        return source;
    }

    /**
     * Connections for calls. The server ends what takes longer than a call may, and what a replica that stands still has
     * left open; the driver gives up on a server that says nothing at all.
     */
    static PGSimpleDataSource forCalls(PostgresServer server) {
        PGSimpleDataSource source = forStart(server);
        long millis = server.timeout().toMillis();
        source.setSocketTimeout(seconds(server.timeout()) + 1);
        String own = source.getOptions() == null ? "" : source.getOptions() + " ";
        source.setOptions(own + "-c statement_timeout=" + millis + " -c lock_timeout=" + millis
                + " -c idle_in_transaction_session_timeout=" + 2 * millis);
        return source;
    }

    private static int seconds(Duration duration) {
        return (int) ((duration.toMillis() + MILLIS - 1) / MILLIS);
    }
}
