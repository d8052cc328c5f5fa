package simmer.host.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import simmer.host.fixture.Endings;
import simmer.host.store.Message;
import simmer.host.store.Sessions;
import simmer.host.store.Sessions.Saved;
import simmer.testkit.Await;

/** What both stores promise of the states of sessions. */
@ParameterizedClass
@EnumSource
final class SessionsTest {

    private static final Duration LEASE = Duration.ofMinutes(1);

    @Parameter
    private TestedStore kind = TestedStore.EMBEDDED;
    @TempDir
    private Path folder = Path.of("set by JUnit");
    private TestedStore.Place place;
    private JdbcStore store;

    @BeforeEach
    void open() throws SQLException {
        place = kind.place(folder);
        store = place.get();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private boolean save(String session, long expected, String state) {
        return store.sessions().save(session, expected, state, Optional.empty(), Instant.now());
    }

    private boolean save(String session, long expected, Message message) {
        return store.sessions().save(session, expected, "{}", Optional.of(message), Instant.now());
    }

    @Test
    void whatWasSavedIsFoundWithItsVersion() {
        assertThat(store.sessions().find("s")).isEmpty();
        assertThat(save("s", Sessions.NEVER_SAVED, "one")).isTrue();
        assertThat(save("s", 1, "two")).isTrue();
        assertThat(store.sessions().find("s")).contains(new Saved(2, "two"));
        assertThat(store.sessions().find("S")).isEmpty();
    }

    @Test
    void aSaveOnAnOlderVersionChangesNothing() {
        save("s", Sessions.NEVER_SAVED, "one");
        save("s", 1, "two");
        assertThat(save("s", Sessions.NEVER_SAVED, "again")).isFalse();
        assertThat(save("s", 1, "late")).isFalse();
        assertThat(save("s", 3, "early")).isFalse();
        assertThat(save("unknown", 1, "none")).isFalse();
        assertThat(store.sessions().find("s")).contains(new Saved(2, "two"));
        assertThat(store.sessions().find("unknown")).isEmpty();
    }

    @Test
    void aRefusedSavePutsNoMessageIntoTheOutbox() {
        save("s", Sessions.NEVER_SAVED, "one");
        assertThat(save("s", Sessions.NEVER_SAVED, new Message("m", 1, "{}"))).isFalse();
        assertThat(store.outbox().depth(Instant.now()).waiting()).isZero();
    }

    @Test
    void aMessageThatBreaksARuleTakesTheStateWithIt() {
        save("s", Sessions.NEVER_SAVED, new Message("m", 1, "{}"));
        assertThatThrownBy(() -> save("other", Sessions.NEVER_SAVED, new Message("m", 1, "{}")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("nothing was done");
        assertThat(store.sessions().find("other")).isEmpty();
        assertThat(store.outbox().depth(Instant.now()).waiting()).isEqualTo(1);
    }

    @Test
    void ofManyWhoSaveOnTheSameVersionOneSucceeds() {
        AtomicInteger increments = new AtomicInteger();
        AtOnce.onThreads(16, thread -> {
            for (int i = 0; i < 20; i++) {
                Optional<Saved> before = store.sessions().find("s");
                int count = before.map(saved -> Integer.parseInt(saved.state())).orElse(0);
                if (save("s", before.map(Saved::version).orElse(Sessions.NEVER_SAVED), Integer.toString(count + 1))) {
                    increments.incrementAndGet();
                }
            }
        });
        assertThat(increments).hasPositiveValue();
        assertThat(store.sessions().find("s"))
                .contains(new Saved(increments.get(), Integer.toString(increments.get())));
    }

    @Test
    void aSaveThatFailsDoesNotTakeItsNeighboursWithIt() {
        save("s", Sessions.NEVER_SAVED, new Message("taken", 1, "{}"));
        AtomicInteger refused = new AtomicInteger();
        AtOnce.onThreads(16, thread -> {
            for (int i = 0; i < 10; i++) {
                String session = thread + "-" + i;
                try {
                    save(session, Sessions.NEVER_SAVED, new Message(i % 2 == 0 ? "taken" : session, 1, "{}"));
                } catch (IllegalArgumentException e) {
                    refused.incrementAndGet();
                }
            }
        });
        assertThat(refused).hasValue(16 * 5);
        assertThat(store.outbox().depth(Instant.now()).waiting()).isEqualTo(16 * 5 + 1);
    }

    @Test
    void anySessionIdIsTaken() {
        List<String> ids = List.of("a b", "ü/%2F", "nul\u0000", "nul", "'; drop table outbox; --", "語".repeat(1_024));
        for (String id : ids) {
            assertThat(save(id, Sessions.NEVER_SAVED, new Message(id.length() + "-" + id.hashCode(), 1, "{}"))).isTrue();
        }
        assertThat(store.outbox().claimDue(10, LEASE, Instant.now())).extracting(claimed -> claimed.sessionId())
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aStateMayBeSixtyFourKiCharactersLong() {
        assertThat(save("s", Sessions.NEVER_SAVED, "x".repeat(65_536))).isTrue();
        assertThat(store.sessions().find("s").orElseThrow().state()).hasSize(65_536);
        assertThatThrownBy(() -> save("s", 1, "x".repeat(65_537))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a session's state has at most 65536 characters, not 65537");
    }

    @Test
    void whatIsUnusedIsForgottenUnlessSomethingIsToBeSent() {
        save("old", Sessions.NEVER_SAVED, "{}");
        save("waits", Sessions.NEVER_SAVED, new Message("m", 1, "{}"));
        assertThat(store.sessions().forgetUnusedSince(Instant.now().minusSeconds(60))).isZero();
        // A moment later than any save, by whichever clock.
        assertThat(store.sessions().forgetUnusedSince(Instant.now().minusMillis(0))).isBetween(0, 1);
        Await.until("the old one is forgotten", () -> {
            store.sessions().forgetUnusedSince(Instant.now());
            return store.sessions().find("old").isEmpty();
        });
        assertThat(store.sessions().find("waits")).isPresent();
        Endings.delivered(store.sessions(), store.outbox().claimDue(1, LEASE, Instant.now()).getFirst());
        Await.until("the other one is forgotten", () -> store.sessions().forgetUnusedSince(Instant.now()) == 1);
        assertThat(save("waits", Sessions.NEVER_SAVED, "begins anew")).isTrue();
    }

    @Test
    void whatWasSavedIsThereAfterARestart() {
        save("s", Sessions.NEVER_SAVED, new Message("m", 2, "{\"level\":\"manager\"}"));
        store.close();
        store = place.get();
        assertThat(store.sessions().find("s")).contains(new Saved(1, "{}"));
        assertThat(store.outbox().claimDue(1, LEASE, Instant.now())).singleElement()
                .satisfies(
                        claimed -> assertThat(claimed.message()).isEqualTo(new Message("m", 2, "{\"level\":\"manager\"}")));
    }
}
