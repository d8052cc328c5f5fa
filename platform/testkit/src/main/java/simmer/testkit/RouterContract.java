package simmer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.spi.Decision;
import simmer.spi.Dispatch;
import simmer.spi.Finding;
import simmer.spi.Level;
import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.Score;
import simmer.spi.Session;
import simmer.spi.Transcript;

/** What every {@link Router} keeps. A router's tests extend this and say how to make one in three situations. */
@Timeout(60)
public abstract class RouterContract {

    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    /** What a busy machine may add to a time limit. */
    private static final Duration MARGIN = Duration.ofMillis(700);
    private static final int MANY = 64;

    private static final Decision DECISION = new Decision(new Level("manager", 0.65, "manager_escalation", "start"),
            new Score(0.81, List.of()), "score 0.81 is at or over manager (0.65)");

    /** A router whose other side works, without a limit that {@value #MANY} calls at once would meet. */
    protected abstract Router working();

    /** A router whose other side can't be reached. */
    protected abstract Router down();

    /** A router whose other side takes the call and never answers. */
    protected abstract Router hanging();

    @Test
    public final void aDecisionIsCarriedOut() {
        try (Router router = working()) {
            assertSucceeded(router.route(session("s-1"), DECISION, AMPLE));
        }
    }

    @Test
    public final void theHostsCallAndThePlainOneDoTheSame() {
        try (Router router = working()) {
            assertSucceeded(router.route(new Dispatch("dispatch-1", session("s-1"), DECISION), AMPLE));
        }
    }

    @Test
    public final void whatTheHostMustKnowIsTheSameAtEveryCall() {
        try (Router router = working()) {
            assertThat(router.traits()).isEqualTo(router.traits());
        }
    }

    @Test
    public final void anotherSideThatIsDownIsAResultAndNoException() {
        try (Router router = down()) {
            assertThat(router.route(session("s-1"), DECISION, AMPLE)).isInstanceOfSatisfying(RoutingResult.Failed.class,
                    failed -> {
                        assertThat(failed.message()).isNotBlank();
                        assertThat(failed.retries()).as("retries are the host's part").isZero();
                    });
        }
    }

    @Test
    public final void anotherSideThatHangsEndsWithTheTimeGiven() {
        try (Router router = hanging()) {
            long start = System.nanoTime();
            RoutingResult result = router.route(session("s-1"), DECISION, SHORT);

            assertThat(since(start)).isLessThan(SHORT.plus(MARGIN));
            assertThat(result).isInstanceOfSatisfying(RoutingResult.Failed.class,
                    failed -> assertThat(failed.message()).isNotBlank());
        }
    }

    @Test
    public final void readingWhatWasSaidIsAResultWhateverTheOtherSideDoes() {
        try (Router down = down()) {
            assertThat(down.transcript(session("s-1"), AMPLE)).isInstanceOf(Transcript.Unavailable.class);
        }
        try (Router hanging = hanging()) {
            long start = System.nanoTime();
            assertThat(hanging.transcript(session("s-1"), SHORT)).isInstanceOf(Transcript.Unavailable.class);
            assertThat(since(start)).isLessThan(SHORT.plus(MARGIN));
        }
    }

    @Test
    public final void aCheckFindsWhatItFindsInTheTimeGiven() {
        try (Router down = down()) {
            assertThat(down.check(AMPLE)).noneMatch(finding -> finding.standing() == Finding.Standing.FINE);
        }
        try (Router hanging = hanging()) {
            long start = System.nanoTime();
            hanging.check(SHORT);
            assertThat(since(start)).isLessThan(SHORT.plus(MARGIN));
        }
    }

    @Test
    public final void evenNextToNoTimeGivesAResult() {
        try (Router router = hanging()) {
            assertThat(router.route(session("s-1"), DECISION, Duration.ofNanos(1)))
                    .isInstanceOf(RoutingResult.Failed.class);
        }
    }

    @Test
    public final void anInterruptEndsACallSoonAndStaysKnown() throws Exception {
        try (Router router = hanging()) {
            FutureTask<Boolean> interruptedAfter = new FutureTask<>(() -> {
                router.route(session("s-1"), DECISION, AMPLE);
                return Thread.currentThread().isInterrupted();
            });
            Thread caller = Thread.ofVirtual().start(interruptedAfter);
            awaitBlocked(caller);
            long start = System.nanoTime();
            caller.interrupt();

            assertThat(interruptedAfter.get(AMPLE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(since(start)).isLessThan(MARGIN);
        }
    }

    @Test
    public final void aThreadInterruptedBeforehandIsNotKept() throws Exception {
        try (Router router = hanging()) {
            FutureTask<Boolean> interruptedAfter = new FutureTask<>(() -> {
                Thread.currentThread().interrupt();
                router.route(session("s-1"), DECISION, AMPLE);
                return Thread.currentThread().isInterrupted();
            });
            Thread.ofVirtual().start(interruptedAfter);

            assertThat(interruptedAfter.get(MARGIN.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        }
    }

    @Test
    public final void manyThreadsMayCallAtOnce() throws Exception {
        try (Router router = working(); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RoutingResult>> results = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                Session session = session("s-" + i);
                results.add(threads.submit(() -> router.route(session, DECISION, AMPLE)));
            }
            for (Future<RoutingResult> result : results) {
                assertSucceeded(result.get());
            }
        }
    }

    @Test
    public final void aRouterHasANameAndAType() {
        try (Router router = working()) {
            assertThat(router.name()).isNotBlank().isEqualTo(router.name());
            assertThat(router.type()).isNotBlank().isEqualTo(router.type());
        }
    }

    private static void assertSucceeded(RoutingResult result) {
        assertThat(result).isInstanceOfAny(RoutingResult.Delivered.class, RoutingResult.NothingToSend.class);
        assertThat(result.retries()).isZero();
    }

    private static void awaitBlocked(Thread thread) {
        Await.until("the caller waits", () -> {
            Thread.State state = thread.getState();
            assertThat(state).isNotEqualTo(Thread.State.TERMINATED);
            return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
        });
    }

    private static Session session(String id) {
        return new Session(id, "webchat", "en", "u-1");
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
