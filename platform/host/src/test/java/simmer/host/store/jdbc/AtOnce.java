package simmer.host.store.jdbc;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Runs the same work on several virtual threads that start together. */
final class AtOnce {

    private static final long PATIENCE_SECONDS = 60;

    private AtOnce() {
    }

    /** Work of one thread; what it throws fails the test. */
    @FunctionalInterface
    interface Work {
        void run(int thread) throws Exception;
    }

    static void onThreads(int threads, Work work) {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> running = IntStream.range(0, threads).mapToObj(thread -> executor.submit(() -> {
                start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                work.run(thread);
                return true;
            })).toList();
            for (Future<Boolean> one : running) {
                one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            throw new AssertionError("one of " + threads + " threads at once failed", e);
        }
    }
}
