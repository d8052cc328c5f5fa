package simmer.host.store.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL server on loopback, with as many databases as tests ask for. */
final class PostgresDatabases implements AutoCloseable {

    static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EmbeddedPostgres server;

    private PostgresDatabases(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The server that all tests of this JVM share; it ends with the JVM. */
    static PostgresDatabases shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        private static final PostgresDatabases SERVER = start(EmbeddedPostgres.builder());
    }

    /** A server of the caller's own, which may be stopped. */
    static PostgresDatabases own(Path data, int port) {
        return start(EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).setPort(port));
    }

    private static PostgresDatabases start(EmbeddedPostgres.Builder server) {
        try {
            return new PostgresDatabases(server.start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** An empty database, as a store would be configured with it. */
    PostgresServer database() throws SQLException {
        String name = "simmer_" + COUNT.incrementAndGet();
        run("create database " + name);
        return server(name);
    }

    PostgresServer server(String database) {
        return new PostgresServer("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database, "postgres", "", 10,
                TIMEOUT, Duration.ofSeconds(5));
    }

    void run(String statement) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement ready = connection.createStatement()) {
            ready.execute(statement);
        }
    }

    /** The server's processes, the one that starts the others first. */
    List<ProcessHandle> processes() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            ProcessHandle first = ProcessHandle.of(row.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow();
            return Stream.concat(Stream.of(first), first.descendants()).toList();
        }
    }

    static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> words.add(Long.toString(process.pid())));
        new ProcessBuilder(words).start().waitFor();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
