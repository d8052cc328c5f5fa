package simmer.host.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.host.fixture.Endings;
import simmer.host.store.CallBudget.Grant;
import simmer.host.store.Message;
import simmer.host.store.Outbox.Claimed;
import simmer.host.store.Sessions.Saved;
import simmer.host.store.StoreException;
import simmer.testkit.Await;
import simmer.testkit.ClosedPort;
import simmer.testkit.Ports;

/** What the PostgreSQL store does when the server fails, and what replicas see of each other. */
final class PostgresFaultsTest {

    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private static JdbcStore open(PostgresServer server) {
        return JdbcStore.postgres(server, (_, _, _) -> {
        });
    }

    /** The same server, less patient. */
    private static PostgresServer impatient(PostgresServer server) {
        return new PostgresServer(server.url(), server.user(), server.password(), 4, TIMEOUT, Duration.ofMillis(600));
    }

    private static void save(JdbcStore store, String session) {
        store.sessions().save(session, 0, "{}", Optional.of(new Message("m-" + session, 1, "{}")), Instant.now());
    }

    private static void assertFailsInTime(JdbcStore store) {
        long begun = System.nanoTime();
        assertThatThrownBy(() -> store.sessions().find("s")).isInstanceOf(StoreException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TIMEOUT.multipliedBy(3));
    }

    @Test
    void whileTheServerIsAwayCallsFailInTimeAndAfterwardsTheySucceed() throws Exception {
        int port = Ports.free();
        PostgresDatabases server = PostgresDatabases.own(folder.resolve("pg"), port);
        PostgresServer database = impatient(server.database());
        try (JdbcStore store = open(database)) {
            save(store, "s");
            server.close();
            for (int i = 0; i < 10; i++) {
                assertFailsInTime(store);
            }
            assertThat(store.condition().available()).isFalse();
            assertThat(store.condition().sentence()).contains("the store at " + database.address());
            try (PostgresDatabases _ = PostgresDatabases.own(folder.resolve("pg"), port)) {
                Await.until("it is found out by itself", () -> store.condition().available());
                assertThat(store.sessions().find("s")).contains(new Saved(1, "{}"));
                assertThat(store.outbox().claim("s", LEASE, Instant.now())).isPresent();
            }
        }
    }

    @Test
    void aServerThatStandsStillCostsNobodyMoreThanTheTimeout() throws Exception {
        try (PostgresDatabases server = PostgresDatabases.own(folder.resolve("pg"), Ports.free());
                JdbcStore store = open(impatient(server.database()))) {
            save(store, "s");
            List<ProcessHandle> processes = server.processes();
            PostgresDatabases.signal("STOP", processes);
            try {
                for (int i = 0; i < 10; i++) {
                    assertFailsInTime(store);
                }
            } finally {
                PostgresDatabases.signal("CONT", processes);
            }
            Await.until("it is found out by itself", () -> store.condition().available());
            assertThat(store.sessions().find("s")).contains(new Saved(1, "{}"));
        }
    }

    @Test
    void aStartWaitsForAServerThatIsAwayAndThenSaysSo() {
        try (ClosedPort closed = ClosedPort.hold()) {
            PostgresServer nobody = impatient(
                    new PostgresServer("jdbc:postgresql://127.0.0.1:" + closed.number() + "/simmer?options=-c%20x=1",
                            "simmer", "hush", 4, TIMEOUT, Duration.ZERO));
            assertThatThrownBy(() -> open(nobody)).isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("the store at " + nobody.address() + " can't be reached (")
                    .hasMessageContaining("though it was waited for PT0.6S").message()
                    .doesNotContain("hush", "options", "\n");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNotWaitedFor() {
        PostgresServer unknown = PostgresDatabases.shared().server("nobody_made_this");
        long begun = System.nanoTime();
        assertThatThrownBy(() -> open(unknown)).isInstanceOf(StoreException.class)
                .hasMessageContaining("refuses: FATAL: database \"nobody_made_this\" does not exist");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(unknown.waitAtStart());
    }

    @Test
    void replicasShareSessionsOutboxAndBudget() throws SQLException {
        PostgresServer database = PostgresDatabases.shared().database();
        try (JdbcStore one = open(database); JdbcStore other = open(database)) {
            save(one, "s");
            assertThat(other.sessions().save("s", 0, "{}", Optional.empty(), Instant.now())).isFalse();
            Claimed claimed = other.outbox().claim("s", LEASE, Instant.now()).orElseThrow();
            assertThat(one.outbox().claimDue(10, LEASE, Instant.now())).isEmpty();
            Endings.delivered(other.sessions(), claimed);
            AtomicInteger granted = new AtomicInteger();
            AtOnce.onThreads(16, thread -> {
                for (int i = 0; i < 5; i++) {
                    JdbcStore store = thread % 2 == 0 ? one : other;
                    granted.addAndGet(store.budget().take("key", 50, MINUTE, Instant.now()) instanceof Grant.Now ? 1 : 0);
                }
            });
            assertThat(granted).hasValue(50);
        }
    }

    @Test
    void replicasThatStartAtOnceMakeTheTablesOnce() throws SQLException {
        PostgresServer database = PostgresDatabases.shared().database();
        AtOnce.onThreads(3, thread -> {
            try (JdbcStore store = open(database)) {
                save(store, "s" + thread);
            }
        });
        try (JdbcStore store = open(database)) {
            assertThat(store.outbox().depth(Instant.now()).waiting()).isEqualTo(3);
        }
    }

    @Test
    void replicasClaimDifferentMessages() throws SQLException {
        PostgresServer database = PostgresDatabases.shared().database();
        try (JdbcStore one = open(database); JdbcStore other = open(database)) {
            for (int i = 0; i < 60; i++) {
                save(one, "s" + i);
            }
            List<String> claimed = Collections.synchronizedList(new ArrayList<>());
            AtOnce.onThreads(6, thread -> {
                for (int i = 0; i < 10; i++) {
                    (thread % 2 == 0 ? one : other).outbox().claimDue(4, LEASE, Instant.now())
                            .forEach(message -> claimed.add(message.message().id()));
                }
            });
            one.outbox().claimDue(60, LEASE, Instant.now()).forEach(message -> claimed.add(message.message().id()));
            assertThat(claimed).doesNotHaveDuplicates().hasSize(60);
        }
    }

    @Test
    void aCallersClockThatIsWrongMovesNothing() throws SQLException {
        try (JdbcStore store = open(PostgresDatabases.shared().database())) {
            Set<Instant> clocks = new HashSet<>(List.of(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
            save(store, "s");
            for (Instant clock : clocks) {
                store.budget().take("key", 2, MINUTE, clock);
            }
            assertThat(store.outbox().claim("s", LEASE, Instant.EPOCH)).isPresent();
            assertThat(store.outbox().claimDue(1, LEASE, Instant.parse("2100-01-01T00:00:00Z"))).isEmpty();
            assertThat(store.budget().take("key", 2, MINUTE, Instant.EPOCH)).isInstanceOfSatisfying(Grant.NotBefore.class,
                    later -> assertThat(later.at()).isBetween(Instant.EPOCH.plusSeconds(30), Instant.EPOCH.plusSeconds(61)));
        }
    }

    @Test
    void aServersClockThatWasSetBackStallsNothing() throws SQLException {
        PostgresServer database = PostgresDatabases.shared().database();
        try (JdbcStore store = open(database); PostgresEngine engine = PostgresEngine.open(database)) {
            save(store, "s");
            store.outbox().claimDue(0, LEASE, Instant.now());
            store.budget().take("key", 1, MINUTE, Instant.now());
            engine.write(sql -> sql.update("""
                    create or replace function simmer_now() returns bigint language sql volatile
                    as 'select (extract(epoch from clock_timestamp()) * 1000)::bigint - 86400000'"""), Durability.MACHINE);
            assertThat(store.outbox().claimDue(1, LEASE, Instant.now())).hasSize(1);
            assertThat(store.budget().take("key", 1, MINUTE, Instant.now())).isInstanceOfSatisfying(Grant.NotBefore.class,
                    later -> assertThat(later.at()).isBetween(Instant.now().plusSeconds(30), Instant.now().plusSeconds(61)));
        }
    }
}
