package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

final class RequestBudgetTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Near the end of the clock's range, for it may overflow. */
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(90).toNanos());

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void soManyMayGoAtOnceAndTheNextWaitsForTheOldest() {
        RequestBudget budget = RequestBudget.of("2", clock::get);
        assertThat(budget.take(Duration.ZERO)).contains(Duration.ZERO);
        pass(Duration.ofSeconds(20));
        assertThat(budget.take(Duration.ZERO)).contains(Duration.ZERO);
        pass(Duration.ofSeconds(20));
        assertThat(budget.take(Duration.ofSeconds(21))).isEmpty();
        assertThat(budget.take(Duration.ofSeconds(22))).contains(Duration.ofSeconds(22));
        assertThat(budget.take(Duration.ofSeconds(41))).isEmpty();
        assertThat(budget.take(Duration.ofSeconds(42))).contains(Duration.ofSeconds(42));
    }

    @Test
    void whoDoesNotWaitTakesNoPlace() {
        RequestBudget budget = RequestBudget.of("1", clock::get);
        budget.take(Duration.ZERO);
        for (int i = 0; i < 10; i++) {
            assertThat(budget.take(Duration.ofSeconds(1))).isEmpty();
        }
        pass(MINUTE.plusSeconds(2));
        assertThat(budget.take(Duration.ZERO)).contains(Duration.ZERO);
    }

    @Test
    void noWindowOfAMinuteHoldsMore() {
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int most = random.nextInt(1, 8);
            RequestBudget budget = RequestBudget.of(Integer.toString(most), clock::get);
            List<Long> sendTimes = new ArrayList<>();
            long start = clock.get();
            for (int i = 0; i < 200; i++) {
                pass(Duration.ofMillis(random.nextInt(20_000)));
                long now = clock.get() - start;
                budget.take(Duration.ofMillis(random.nextInt(30_000)))
                        .ifPresent(wait -> sendTimes.add(now + wait.toNanos()));
            }
            for (int i = most; i < sendTimes.size(); i++) {
                assertThat(sendTimes.get(i) - sendTimes.get(i - most)).as("seed %d, request %d", seed, i)
                        .isGreaterThanOrEqualTo(MINUTE.toNanos());
            }
        }
    }

    @Test
    void manyThreadsShareIt() throws Exception {
        RequestBudget budget = RequestBudget.of("50", clock::get);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Duration>>> taken = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                taken.add(threads.submit(() -> budget.take(Duration.ofSeconds(1))));
            }
            int passed = 0;
            for (Future<Optional<Duration>> one : taken) {
                passed += one.get().isPresent() ? 1 : 0;
            }
            assertThat(passed).isEqualTo(50);
        }
    }

    @Test
    void unlimitedNeverWaits() {
        RequestBudget budget = RequestBudget.of("unlimited", clock::get);
        for (int i = 0; i < 100_000; i++) {
            assertThat(budget.take(Duration.ZERO)).contains(Duration.ZERO);
        }
    }
}
