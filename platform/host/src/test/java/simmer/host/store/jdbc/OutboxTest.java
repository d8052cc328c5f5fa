package simmer.host.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import simmer.host.fixture.Endings;
import simmer.host.store.Message;
import simmer.host.store.Outbox;
import simmer.host.store.Outbox.Claimed;
import simmer.host.store.Outbox.DeadLetter;
import simmer.host.store.Outbox.Depth;
import simmer.host.store.Sessions.Ending;
import simmer.host.store.Sessions.Saved;
import simmer.host.store.Sessions.Settled;
import simmer.testkit.Await;

/** What both stores promise of deliveries. */
@ParameterizedClass
@EnumSource
final class OutboxTest {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(40);

    @Parameter
    private TestedStore kind = TestedStore.EMBEDDED;
    @TempDir
    private Path folder = Path.of("set by JUnit");
    private JdbcStore store;
    private Outbox outbox;

    @BeforeEach
    void open() throws SQLException {
        store = kind.place(folder).get();
        outbox = store.outbox();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void put(String session, String message, int urgency) {
        long version = store.sessions().find(session).map(Saved::version).orElse(0L);
        assertThat(store.sessions().save(session, version, "{}", Optional.of(new Message(message, urgency, "{}")),
                Instant.now())).isTrue();
    }

    private Claimed claim(String session) {
        return outbox.claim(session, LEASE, Instant.now()).orElseThrow();
    }

    private List<String> claimAll() {
        return ids(outbox.claimDue(100, LEASE, Instant.now()));
    }

    private static List<String> ids(List<Claimed> claimed) {
        return claimed.stream().map(one -> one.message().id()).toList();
    }

    private Depth depth() {
        return outbox.depth(Instant.now());
    }

    @Test
    void theMostUrgentComesFirstThenTheOldest() {
        put("a", "low", 0);
        put("b", "high-older", 2);
        // Ages are told apart by the millisecond.
        Duration age = depth().oldest();
        Await.until("it is older", () -> depth().oldest().compareTo(age.plusMillis(2)) > 0);
        put("c", "high-newer", 2);
        put("d", "middle", 1);
        assertThat(ids(outbox.claimDue(3, LEASE, Instant.now()))).containsExactly("high-older", "high-newer", "middle");
        assertThat(claimAll()).containsExactly("low");
        assertThat(claimAll()).isEmpty();
    }

    @Test
    void aNewerMessageTakesThePlaceOfOneThatWaits() {
        put("s", "first", 1);
        put("s", "second", 2);
        assertThat(depth().waiting()).isEqualTo(1);
        assertThat(claimAll()).containsExactly("second");
    }

    @Test
    void aNewerMessageWaitsForTheOneThatIsBeingSent() {
        put("s", "first", 1);
        Claimed first = claim("s");
        put("s", "second", 2);
        assertThat(outbox.claim("s", LEASE, Instant.now())).isEmpty();
        assertThat(claimAll()).isEmpty();
        Endings.delivered(store.sessions(), first);
        assertThat(claimAll()).containsExactly("second");
    }

    @Test
    void afterAFailedCallTheNewerMessageIsDueAtOnceAndTheOlderOneIsGone() {
        put("s", "first", 1);
        Claimed first = claim("s");
        put("s", "second", 2);
        outbox.retryAt(first, Instant.now().plusSeconds(3_600), "status 500");
        Claimed second = claim("s");
        assertThat(second.message().id()).isEqualTo("second");
        assertThat(second.attempts()).isZero();
        assertThat(depth().waiting()).isEqualTo(1);
    }

    @Test
    void aFailedCallIsTriedAgainWhenItIsTimeAndNotBefore() {
        put("s", "m", 1);
        outbox.retryAt(claim("s"), Instant.now().plusSeconds(3_600), "status 500");
        assertThat(outbox.claim("s", LEASE, Instant.now())).isEmpty();
        assertThat(claimAll()).isEmpty();
        put("s", "n", 1);
        long begun = System.nanoTime();
        outbox.retryAt(claim("s"), Instant.now().plus(SHORT), "status 500");
        Claimed again = Await.value("it is due", () -> outbox.claim("s", LEASE, Instant.now()));
        // The delay is reckoned from the moment of the call, in whole milliseconds.
        assertThat(System.nanoTime() - begun).isGreaterThan(SHORT.minusMillis(2).toNanos());
        assertThat(again.attempts()).isEqualTo(1);
    }

    @Test
    void whatWasPutBackCountsAsNoCall() {
        put("s", "m", 1);
        outbox.putBack(claim("s"), Instant.now());
        Claimed again = claim("s");
        assertThat(again.attempts()).isZero();
        put("s", "newer", 1);
        outbox.putBack(again, Instant.now());
        assertThat(claimAll()).containsExactly("newer");
    }

    @Test
    void aLeaseThatEndedPassesOnAndItsOldHolderChangesNothingMore() {
        put("s", "m", 1);
        Claimed late = outbox.claim("s", SHORT, Instant.now()).orElseThrow();
        Claimed now = Await.value("the lease ended", () -> outbox.claimDue(1, LEASE, Instant.now()).stream().findFirst());
        assertThat(now.message()).isEqualTo(late.message());
        assertThat(now.attempts()).as("the first call may have been made").isEqualTo(1);
        assertThat(now.lease()).isNotEqualTo(late.lease());
        assertThat(Endings.delivered(store.sessions(), late)).isEqualTo(Settled.NOT_OURS);
        outbox.retryAt(late, Instant.now(), "late");
        outbox.hold(late, "late");
        outbox.holdBack(late, "late");
        assertThat(Endings.givenUp(store.sessions(), late, "late")).isEqualTo(Settled.NOT_OURS);
        assertThat(depth()).extracting(Depth::waiting, Depth::held, Depth::dead).containsExactly(1L, 0L, 0L);
        assertThat(claimAll()).as("the lease holds").isEmpty();
        assertThat(Endings.delivered(store.sessions(), now)).isEqualTo(Settled.SAVED);
        assertThat(depth().waiting()).isZero();
    }

    @Test
    void whenALeaseEndsTheNewerMessageIsSentAndTheOlderNeverMore() {
        put("s", "first", 1);
        Claimed first = outbox.claim("s", SHORT, Instant.now()).orElseThrow();
        put("s", "second", 0);
        Claimed second = Await.value("the lease ended", () -> outbox.claim("s", LEASE, Instant.now()));
        assertThat(second.message().id()).isEqualTo("second");
        outbox.retryAt(first, Instant.now(), "late");
        assertThat(claimAll()).isEmpty();
        assertThat(depth().waiting()).isEqualTo(1);
    }

    @Test
    void ofMessagesThatManyClaimEachIsClaimedOnceAndOneASession() {
        for (int i = 0; i < 40; i++) {
            put("s" + i, "m" + i, i % 3);
        }
        List<Claimed> claimed = Collections.synchronizedList(new ArrayList<>());
        AtOnce.onThreads(8, thread -> {
            for (int i = 0; i < 10; i++) {
                claimed.addAll(thread % 2 == 0
                        ? outbox.claimDue(3, LEASE, Instant.now())
                        : outbox.claim("s" + (thread * 10 + i) % 40, LEASE, Instant.now()).stream().toList());
            }
        });
        claimed.addAll(outbox.claimDue(100, LEASE, Instant.now()));
        assertThat(ids(claimed)).hasSize(40).doesNotHaveDuplicates();
        assertThat(claimed).extracting(Claimed::sessionId).doesNotHaveDuplicates();
    }

    @Test
    void underSavesAndFailuresAtOnceASessionHasOneInFlightAndOneBehind() {
        AtOnce.onThreads(12, thread -> {
            for (int i = 0; i < 30; i++) {
                String session = "s" + i % 3;
                if (thread < 4) {
                    Optional<Saved> before = store.sessions().find(session);
                    store.sessions().save(session, before.map(Saved::version).orElse(0L), "{}",
                            Optional.of(new Message(thread + "-" + i, 1, "{}")), Instant.now());
                } else {
                    for (Claimed claimed : outbox.claimDue(2, thread < 8 ? LEASE : Duration.ofMillis(1), Instant.now())) {
                        switch (i % 4) {
                            case 0 -> outbox.retryAt(claimed, Instant.now(), "again");
                            case 1 -> outbox.hold(claimed, "refused");
                            case 2 -> Endings.givenUp(store.sessions(), claimed, "over");
                            default -> Endings.delivered(store.sessions(), claimed);
                        }
                    }
                    outbox.releaseHeld(Instant.now());
                }
            }
        });
        outbox.releaseHeld(Instant.now());
        assertThat(depth()).satisfies(depth -> {
            assertThat(depth.waiting() + depth.dead()).isLessThanOrEqualTo(6);
            assertThat(depth.held()).isZero();
        });
    }

    @Test
    void whatIsHeldIsNotSentUntilItIsReleased() {
        put("s", "m", 1);
        outbox.hold(claim("s"), "401");
        assertThat(claimAll()).isEmpty();
        assertThat(depth()).extracting(Depth::waiting, Depth::held).containsExactly(0L, 1L);
        assertThat(outbox.releaseHeld(Instant.now())).isEqualTo(1);
        assertThat(outbox.releaseHeld(Instant.now())).isZero();
        assertThat(claimAll()).containsExactly("m");
    }

    @Test
    void whatIsHeldMayBeTriedForItsSession() {
        put("s", "m", 1);
        outbox.hold(claim("s"), "401");
        assertThat(claim("s")).extracting(one -> one.message().id(), Claimed::attempts).containsExactly("m", 1);
        assertThat(depth()).extracting(Depth::waiting, Depth::held).containsExactly(1L, 0L);
    }

    @Test
    void whatIsHeldBackCountsAsNoCall() {
        put("s", "m", 1);
        outbox.holdBack(claim("s"), "401");
        assertThat(depth()).extracting(Depth::waiting, Depth::held).containsExactly(0L, 1L);
        assertThat(claim("s").attempts()).isZero();
    }

    @Test
    void anEndIsSavedWithItsSessionOrNotAtAll() {
        put("s", "m", 1);
        Claimed claimed = claim("s");
        long version = store.sessions().find("s").orElseThrow().version();
        assertThat(store.sessions().settle(claimed, new Ending.GivenUp("over"), version - 1, "made from an older one",
                Instant.now())).isEqualTo(Settled.OVERTAKEN);
        assertThat(depth()).extracting(Depth::waiting, Depth::dead).containsExactly(1L, 0L);
        assertThat(store.sessions().settle(claimed, new Ending.GivenUp("over"), version, "given up", Instant.now()))
                .isEqualTo(Settled.SAVED);
        assertThat(store.sessions().find("s")).contains(new Saved(version + 1, "given up"));
        assertThat(depth()).extracting(Depth::waiting, Depth::dead).containsExactly(0L, 1L);
    }

    @Test
    void aNewerMessageTakesThePlaceOfAHeldOne() {
        put("s", "first", 1);
        outbox.hold(claim("s"), "404");
        put("s", "second", 1);
        assertThat(depth().held()).isZero();
        assertThat(claimAll()).containsExactly("second");
    }

    @Test
    void whatWasGivenUpStaysAsADeadLetterAndMayBeSentAgain() {
        put("s", "m", 1);
        outbox.retryAt(claim("s"), Instant.now(), "status 500");
        Endings.givenUp(store.sessions(), claim("s"), "given up after 2 calls");
        assertThat(outbox.deadLetters(10)).singleElement().satisfies(letter -> {
            assertThat(letter).extracting(DeadLetter::messageId, DeadLetter::sessionId, DeadLetter::attempts,
                    DeadLetter::reason, DeadLetter::body).containsExactly("m", "s", 2, "given up after 2 calls", "{}");
            assertThat(Duration.between(letter.since(), Instant.now())).isBetween(Duration.ofSeconds(-1),
                    Duration.ofMinutes(1));
        });
        assertThat(claimAll()).isEmpty();
        assertThat(outbox.resend("m", Instant.now())).isTrue();
        assertThat(outbox.resend("m", Instant.now())).isFalse();
        assertThat(outbox.resend("unknown", Instant.now())).isFalse();
        assertThat(outbox.deadLetters(10)).isEmpty();
        assertThat(claim("s").attempts()).isZero();
    }

    @Test
    void aDeadLetterThatANewerMessageReplacedIsNotSentAgain() {
        put("s", "first", 1);
        Endings.givenUp(store.sessions(), claim("s"), "given up");
        put("s", "second", 1);
        assertThat(outbox.resend("first", Instant.now())).isFalse();
        assertThat(claimAll()).containsExactly("second");
        assertThat(depth().dead()).isZero();
    }

    @Test
    void aDeadLetterIsForgottenWhenItIsOldAndNothingElseIs() {
        put("dead", "d", 1);
        Endings.givenUp(store.sessions(), claim("dead"), "given up");
        put("waiting", "w", 1);
        put("held", "h", 1);
        outbox.hold(claim("held"), "refused");
        assertThat(outbox.forgetGivenUpBefore(Instant.now().minus(Duration.ofHours(1)))).isZero();
        assertThat(outbox.deadLetters(10)).hasSize(1);
        Await.until("one is forgotten", () -> outbox.forgetGivenUpBefore(Instant.now()) == 1);
        assertThat(outbox.forgetGivenUpBefore(Instant.now())).isZero();
        assertThat(outbox.deadLetters(10)).isEmpty();
        assertThat(depth()).extracting(Depth::waiting, Depth::held, Depth::dead).containsExactly(1L, 1L, 0L);
    }

    @Test
    void theDepthTellsTheAgeOfTheOldestThatWaits() {
        assertThat(depth()).isEqualTo(new Depth(0, 0, 0, Duration.ZERO));
        put("s", "m", 1);
        Await.until("it is older", () -> depth().oldest().compareTo(SHORT) > 0);
        assertThat(depth().oldest()).isLessThan(Duration.ofMinutes(1));
    }
}
