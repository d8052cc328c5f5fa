package simmer.host.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.host.store.CallBudget.Grant;
import simmer.host.store.Message;
import simmer.host.store.Sessions.Saved;
import simmer.host.store.StoreException;

/** What the embedded store does when its process, its disk or its clock fails. */
final class EmbeddedFaultsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofMinutes(1);

    @TempDir
    private Path folder = Path.of("set by JUnit");
    private Path data = folder;

    @BeforeEach
    void makeFolders() throws IOException {
        data = folder.resolve("data");
        Files.createDirectories(folder.resolve("tmp"));
    }

    private JdbcStore open() {
        return JdbcStore.embedded(data, TIMEOUT, (_, _, _) -> {
        });
    }

    private JdbcStore open(AtomicReference<Instant> clock) {
        return JdbcStore.embedded(data, TIMEOUT, (_, _, _) -> {
        }, clock::get);
    }

    private static void save(JdbcStore store, String session) {
        store.sessions().save(session, 0, "{}", Optional.of(new Message("m-" + session, 1, "{}")), Instant.now());
    }

    private void requireAll(List<String> saved) {
        try (JdbcStore store = open()) {
            assertThat(saved).allSatisfy(id -> assertThat(store.sessions().find(id)).map(Saved::version).contains(1L));
            assertThat(store.outbox().depth(Instant.now()).waiting()).isGreaterThanOrEqualTo(saved.size());
        }
    }

    @Test
    void whatWasAcknowledgedOutlivesAKill() throws Exception {
        List<String> saved = new ArrayList<>();
        try (OtherProcess other = OtherProcess.start(data)) {
            other.readUntil("saved s500", saved);
            other.kill(saved);
        }
        assertThat(saved).hasSizeGreaterThan(400);
        requireAll(saved);
    }

    @Test
    void aKillLeavesNothingInTheFolderForTemporaryFiles() throws Exception {
        try (OtherProcess other = OtherProcess.start(data)) {
            other.readUntil("saved s1", new ArrayList<>());
            other.kill(new ArrayList<>());
        }
        try (Stream<Path> left = Files.list(folder.resolve("tmp"));
                Stream<Path> natives = Files.list(data.resolve("native"))) {
            assertThat(left).isEmpty();
            assertThat(natives).singleElement().asString().contains("sqlitejdbc");
        }
    }

    @Test
    void aMessageThatAKilledProcessWasSendingIsDueAtOnce() throws Exception {
        try (OtherProcess other = OtherProcess.start(data)) {
            other.readUntil("saved s1", new ArrayList<>());
            other.kill(new ArrayList<>());
        }
        try (JdbcStore store = open()) {
            assertThat(store.outbox().claim("s1", LEASE, Instant.now())).isPresent();
        }
        try (JdbcStore store = open()) {
            assertThat(store.outbox().claim("s1", LEASE, Instant.now())).map(claimed -> claimed.attempts()).contains(1);
        }
    }

    @Test
    void aSecondProcessOnTheSameFolderIsRefusedInASentence() throws Exception {
        try (JdbcStore _ = open(); OtherProcess other = OtherProcess.start(data)) {
            assertThat(other.readUntil("refused", new ArrayList<>())).isEqualTo("refused the data folder " + data
                    + " is in use by another Simmer (process " + ProcessHandle.current().pid()
                    + "): stop that one, or give this one a folder of its own with --data DIR");
        }
    }

    @Test
    void whenTheDiskTakesNoMoreCallsFailAndWhenItDoesAgainTheySucceed() throws Exception {
        List<String> saved = new ArrayList<>();
        // No file may grow over 4 MiB: to SQLite as to any other program, a disk that is full.
        try (OtherProcess other = OtherProcess.start(data, "sh", "-c", "ulimit -S -f 8192; exec \"$@\"", "sh")) {
            assertThat(other.readUntil("failed", saved))
                    .startsWith(
                            "failed the store " + data.resolve("simmer.db") + " can't be read or written: look at its disk");
            Process raised = new ProcessBuilder("prlimit", "--pid", Long.toString(other.id()), "--fsize=unlimited")
                    .inheritIO()
                    .start();
            assertThat(raised.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(raised.exitValue()).isZero();
            int before = saved.size();
            while (saved.size() < before + 100) {
                other.readUntil("saved", saved);
            }
            other.kill(saved);
        }
        requireAll(saved);
    }

    @Test
    void theNewestScriptIsTheOneThatAStartLooksFor() {
        try (EmbeddedEngine engine = EmbeddedEngine.open(data, Optional.empty(), TIMEOUT, SteadyClock.ofSystem())) {
            List<String> versions = engine.read(sql -> sql.query(row -> row.getString(1),
                    "select version from simmer_schema order by installed_rank desc limit 1"));
            assertThat(versions).containsExactly(Schema.NEWEST);
        }
    }

    private JdbcStore openWith(Path empty) {
        return JdbcStore.embedded(data, empty, TIMEOUT, (_, _, _) -> {
        });
    }

    @Test
    void aNewStoreBeginsAsACopyAndOneThatIsThereStays() throws IOException {
        Path copied = folder.resolve("copied.db");
        try (JdbcStore store = openWith(folder.resolve("gone.db"))) {
            save(store, "of the copy");
        }
        Files.move(data.resolve("simmer.db"), copied);
        Files.writeString(data.resolve("simmer.db.new"), "what a power cut left of an earlier start");
        try (JdbcStore store = openWith(copied)) {
            save(store, "s");
        }
        assertThat(data.resolve("simmer.db.new")).doesNotExist();
        try (JdbcStore store = openWith(copied)) {
            assertThat(store.sessions().find("of the copy")).isPresent();
            assertThat(store.sessions().find("s")).as("saved before").isPresent();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(data, "a file");
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the data folder " + data + " can't be used (").hasMessageEndingWith("--data DIR");
    }

    @Test
    void aDamagedFileIsNamedAndTheFolderIsFreeAgain() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("simmer.db"), "no database, by any means".repeat(100));
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class)
                .hasMessageContaining(data.resolve("simmer.db") + "");
        Files.delete(data.resolve("simmer.db"));
        open().close();
    }

    @Test
    void aCallReturnsInTimeThoughTheStoreHangsAndWhatWasNotBegunIsNeverDone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hangs = new CountDownLatch(1);
        Duration timeout = Duration.ofMillis(300);
        try (EmbeddedEngine engine = EmbeddedEngine.open(data, Optional.empty(), timeout, SteadyClock.ofSystem())) {
            Thread first = Thread.ofVirtual().start(() -> assertThatThrownBy(() -> engine.write(_ -> {
                begun.countDown();
                return await(hangs);
            }, Durability.MACHINE)).hasMessageContaining("nobody can tell whether it was done"));
            begun.await();
            long asked = System.nanoTime();
            assertThatThrownBy(() -> engine.write(sql -> sql.update("update pulse set beat_at = 7"), Durability.MACHINE))
                    .isInstanceOf(StoreException.class).hasMessageEndingWith("was busy for PT0.3S, so nothing was done");
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(timeout.multipliedBy(5));
            hangs.countDown();
            assertThat(first.join(TIMEOUT)).isTrue();
            engine.write(sql -> 0, Durability.MACHINE);
            List<Long> beats = engine.read(sql -> sql.query(row -> row.getLong(1), "select beat_at from pulse"));
            assertThat(beats).containsExactly(0L);
        }
    }

    private static int await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    @Test
    void aClockThatWasSetBackStallsNothingAndFreesNothing() {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2027-01-01T12:00:00Z"));
        try (JdbcStore store = open(clock)) {
            save(store, "s");
            store.outbox().retryAt(store.outbox().claim("s", LEASE, clock.get()).orElseThrow(), clock.get().plusSeconds(30),
                    "500");
            store.budget().take("key", 1, LEASE, clock.get());
        }
        clock.set(Instant.parse("2026-06-01T00:00:00Z"));
        try (JdbcStore store = open(clock)) {
            assertThat(store.outbox().claim("s", LEASE, clock.get())).as("30 s are not over").isEmpty();
            assertThat(store.budget().take("key", 1, LEASE, clock.get()))
                    .isEqualTo(new Grant.NotBefore(clock.get().plus(LEASE).plusMillis(1)));
            clock.set(clock.get().plusSeconds(30));
            assertThat(store.outbox().claim("s", LEASE, clock.get())).isPresent();
            clock.set(clock.get().plusSeconds(31));
            assertThat(store.budget().take("key", 1, LEASE, clock.get())).isEqualTo(new Grant.Now());
        }
    }

    @Test
    void theStoresTimeGoesOnWhateverIsMadeOfTheWallClock() {
        AtomicReference<Instant> wall = new AtomicReference<>(Instant.parse("2026-06-01T00:00:00Z"));
        AtomicReference<Long> nanos = new AtomicReference<>(5L);
        SteadyClock clock = new SteadyClock(wall::get, nanos::get);
        wall.set(wall.get().minusSeconds(86_400));
        nanos.set(nanos.get() + Duration.ofSeconds(2).toNanos());
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-06-01T00:00:02Z"));
    }
}
