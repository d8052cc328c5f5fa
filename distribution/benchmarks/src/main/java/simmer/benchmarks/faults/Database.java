package simmer.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import simmer.testkit.Ports;

/** A PostgreSQL server that replicas share, stopped as if its machine failed and started again on the same data. */
final class Database implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private Database(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.server = start();
    }

    /** @param data an empty folder */
    static Database start(Path data) throws IOException {
        return new Database(data, Ports.free());
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).setPort(port)
                // As servers are configured by default; this one comes with a quicker one that forgets.
                .setServerConfig("synchronous_commit", "on").start();
    }

    /** What tells a Simmer to use it. */
    Map<String, String> configuration() {
        return Map.of("SIMMER_STORE_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "SIMMER_STORE_POSTGRES_USER", "postgres", "SIMMER_STORE_POSTGRES_PASSWORD", "unused: every user is trusted");
    }

    /** Ends it at once, its connections too. */
    void stop() throws IOException {
        server.close();
    }

    void startAgain() throws IOException {
        server = start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
