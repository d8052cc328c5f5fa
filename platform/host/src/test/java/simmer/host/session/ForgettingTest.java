package simmer.host.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.host.fixture.Endings;
import simmer.host.store.Message;
import simmer.host.store.Outbox.Claimed;
import simmer.host.store.Store;
import simmer.host.store.jdbc.JdbcStore;
import simmer.testkit.Await;

/** What is old is forgotten at the start, and no sooner than it may be. */
final class ForgettingTest {

    @AutoClose
    private final Store store;
    private final Instant then = Instant.now();

    ForgettingTest(@TempDir Path folder) {
        this.store = JdbcStore.embedded(folder, Duration.ofSeconds(5), (_, _, _) -> {
        });
    }

    private void giveUp(String session) {
        store.sessions().save(session, 0, "{}", Optional.of(new Message("m-" + session, 1, "{}")), then);
        Claimed claimed = store.outbox().claim(session, Duration.ofMinutes(1), then).orElseThrow();
        Endings.givenUp(store.sessions(), claimed, "given up");
    }

    private Forgetting forgettingAt(Instant now) {
        return new Forgetting(store, Duration.ofDays(1), Duration.ofDays(30), () -> now);
    }

    @Test
    void aDeliveryThatWasGivenUpIsKeptForItsTimeAndItsSessionWithIt() {
        giveUp("s");
        store.sessions().save("quiet", 0, "{}", Optional.empty(), then);
        Instant stored = Instant.now();
        Await.until("the clock has moved", () -> Instant.now().isAfter(stored.plusMillis(5)));
        try (Forgetting _ = forgettingAt(then.plus(Duration.ofDays(29)))) {
            Await.until("the quiet one is forgotten", () -> store.sessions().find("quiet").isEmpty());
            assertThat(store.outbox().deadLetters(10)).hasSize(1);
        }
        try (Forgetting _ = forgettingAt(then.plus(Duration.ofDays(31)))) {
            Await.until("the delivery is forgotten", () -> store.outbox().deadLetters(10).isEmpty());
            Await.until("its session is forgotten", () -> store.sessions().find("s").isEmpty());
        }
    }
}
