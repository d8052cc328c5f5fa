package simmer.host.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import simmer.host.store.CallBudget.Grant;
import simmer.testkit.Await;

/** What both stores promise of the budget of calls. */
@ParameterizedClass
@EnumSource
final class CallBudgetTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Parameter
    private TestedStore kind = TestedStore.EMBEDDED;
    @TempDir
    private Path folder = Path.of("set by JUnit");
    private TestedStore.Place place;
    private JdbcStore store;

    /** A call that was granted at some moment from the one to the other. */
    private record Granted(long askedNanos, long toldNanos) {
    }

    @BeforeEach
    void open() throws SQLException {
        place = kind.place(folder);
        store = place.get();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Grant take(String key, int calls, Duration span) {
        return store.budget().take(key, calls, span, Instant.now());
    }

    private long granted(int tries, String key, int calls, Duration span) {
        long granted = 0;
        for (int i = 0; i < tries; i++) {
            granted += take(key, calls, span) instanceof Grant.Now ? 1 : 0;
        }
        return granted;
    }

    private static Instant refusedUntil(Grant grant) {
        return switch (grant) {
            case Grant.NotBefore later -> later.at();
            case Grant.Now() -> throw new AssertionError("it was granted");
        };
    }

    @Test
    void asManyAreGrantedAsAllowedAndThenTheTimeOfTheNextIsTold() {
        Instant begun = Instant.now();
        assertThat(granted(5, "key", 3, MINUTE)).isEqualTo(3);
        assertThat(refusedUntil(take("key", 3, MINUTE))).isBetween(begun.plus(MINUTE).minusSeconds(5),
                Instant.now().plus(MINUTE).plusSeconds(5));
        assertThat(granted(5, "another key", 3, MINUTE)).isEqualTo(3);
    }

    @Test
    void noSpanHoldsMoreThanTheBudgetWhoeverAsksAtOnce() {
        Duration span = Duration.ofMillis(100);
        int calls = 7;
        Queue<Granted> granted = new ConcurrentLinkedQueue<>();
        long until = System.nanoTime() + 10 * span.toNanos();
        AtOnce.onThreads(16, _ -> {
            for (long asked = System.nanoTime(); asked - until < 0; asked = System.nanoTime()) {
                if (take("key", calls, span) instanceof Grant.Now) {
                    granted.add(new Granted(asked, System.nanoTime()));
                }
            }
        });
        // The moments of the grants lie between: sorted, each is over a span after the one that many places before it.
        List<Long> asked = granted.stream().map(Granted::askedNanos).sorted().toList();
        List<Long> told = granted.stream().map(Granted::toldNanos).sorted().toList();
        assertThat(granted).as("the budget is used").hasSizeBetween(4 * calls, 11 * calls);
        for (int i = 0; i + calls < granted.size(); i++) {
            assertThat(told.get(i + calls) - asked.get(i)).as("from grant %d", i).isGreaterThan(span.toNanos());
        }
    }

    @Test
    void aSlotIsFreeAgainWhenTheSpanHasPassed() {
        Duration span = Duration.ofMillis(50);
        assertThat(granted(3, "key", 2, span)).isBetween(2L, 3L);
        Await.until("a slot is free", () -> take("key", 2, span) instanceof Grant.Now);
    }

    @Test
    void theNumberOfCallsMayChange() {
        assertThat(granted(10, "key", 5, MINUTE)).isEqualTo(5);
        assertThat(granted(10, "key", 2, MINUTE)).isZero();
        assertThat(granted(10, "key", 8, MINUTE)).isEqualTo(3);
    }

    @Test
    void whatWasTakenStaysTakenAfterARestart() {
        granted(3, "key", 3, MINUTE);
        store.budget().pause("paused", Instant.now().plus(MINUTE));
        store.close();
        store = place.get();
        assertThat(granted(3, "key", 3, MINUTE)).isZero();
        assertThat(granted(3, "paused", 3, MINUTE)).isZero();
    }

    @Test
    void aPauseHoldsForTheWholeKeyAndALaterEndWins() {
        Instant end = Instant.now().plus(MINUTE);
        store.budget().pause("key", end);
        store.budget().pause("key", end.minusSeconds(30));
        assertThat(refusedUntil(take("key", 50, MINUTE))).isBetween(end.minusSeconds(5), end.plusSeconds(5));
        assertThat(take("another key", 50, MINUTE)).isEqualTo(new Grant.Now());
    }

    @Test
    void aPauseEnds() {
        store.budget().pause("key", Instant.now().plusMillis(50));
        Await.until("the pause is over", () -> take("key", 1, MINUTE) instanceof Grant.Now);
    }

    @Test
    void aBudgetOfNothingIsRefused() {
        assertThatThrownBy(() -> take("key", 0, MINUTE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a budget has 1 to 10000 calls, not 0");
    }
}
