package simmer.host.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.testkit.Await;

@Timeout(60)
final class DeadlinesTest {

    private static final Duration AMPLE = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Deadlines deadlines = new Deadlines("test-deadlines");
    private final CompletableFuture<String> awaited = new CompletableFuture<>();

    @AfterEach
    void close() {
        deadlines.close();
    }

    private FutureTask<String> waiting(Duration within) {
        FutureTask<String> waiting = new FutureTask<>(() -> deadlines.await(awaited, System.nanoTime() + within.toNanos()));
        Thread.ofVirtual().start(waiting);
        return waiting;
    }

    private void awaitDependents(int count) {
        Await.until(count + " wait", () -> awaited.getNumberOfDependents() >= count);
    }

    @Test
    void whatIsThereIsNotWaitedFor() throws Exception {
        awaited.complete("there");
        assertThat(deadlines.await(awaited, System.nanoTime() - 1)).isEqualTo("there");
    }

    @Test
    void whatComesInTimeIsHandedOver() throws Exception {
        FutureTask<String> waiting = waiting(AMPLE);
        awaitDependents(1);
        awaited.complete("came");
        assertThat(waiting.get()).isEqualTo("came");
    }

    @Test
    void nobodyWaitsLongerThanItsTimeHoweverTheOthersWait() {
        List<FutureTask<String>> waiting = IntStream.rangeClosed(0, 10)
                .mapToObj(i -> waiting(i == 0 ? AMPLE : SHORT.multipliedBy(11L - i))).toList();
        long begun = System.nanoTime();
        for (FutureTask<String> one : waiting.subList(1, waiting.size())) {
            assertThatThrownBy(one::get).hasCauseInstanceOf(TimeoutException.class);
        }
        assertThat(waiting.getFirst().isDone()).isFalse();
        assertThat(awaited.isDone()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AMPLE);
    }

    @Test
    void itIsNotOverBeforeItsTime() {
        long begun = System.nanoTime();
        assertThatThrownBy(() -> deadlines.await(awaited, begun + SHORT.toNanos())).isInstanceOf(TimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void aTimeThatIsOverIsNotWaitedFor() {
        assertThatThrownBy(() -> deadlines.await(awaited, System.nanoTime())).isInstanceOf(TimeoutException.class);
        assertThat(awaited.getNumberOfDependents()).isZero();
    }

    @Test
    void aFutureThatFailsByATimeOfItsOwnHasFailed() {
        FutureTask<String> waiting = waiting(AMPLE);
        awaitDependents(1);
        TimeoutException own = new TimeoutException("of its own");
        awaited.completeExceptionally(own);
        assertThatThrownBy(waiting::get).cause().isInstanceOf(ExecutionException.class).hasCause(own);
    }

    @Test
    void whoIsInterruptedWaitsNoMore() throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                deadlines.await(awaited, System.nanoTime() + AMPLE.toNanos());
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                end.complete(e);
            }
        });
        awaitDependents(1);
        thread.interrupt();
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void closingEndsAllWaits() {
        FutureTask<String> before = waiting(AMPLE);
        awaitDependents(1);
        deadlines.close();
        assertThatThrownBy(before::get).hasCauseInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> waiting(AMPLE).get()).hasCauseInstanceOf(TimeoutException.class);
    }
}
