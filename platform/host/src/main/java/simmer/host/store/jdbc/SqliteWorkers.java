package simmer.host.store.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;

import simmer.host.store.StoreException;
import simmer.host.waiting.Deadlines;

/**
 * Platform threads that do the work of others on connections of their own, for SQLite is native code. What waits when a
 * thread gets free goes into one transaction.
 */
final class SqliteWorkers implements AutoCloseable {

    private static final int MAX_WAITING = 10_000;

    private final SqliteFile file;
    private final Kind kind;
    private final Duration timeout;
    private final Deadlines deadlines;
    private final BlockingQueue<Job<?>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Job<Integer> stop = new Job<>(_ -> 0, Durability.PROCESS);
    private final List<Thread> threads;
    private volatile boolean closed;

    /** What the workers are for, and how much work goes into one transaction. */
    enum Kind {

        READER(1), WRITER(256);

        private final int most;

        Kind(int most) {
            this.most = most;
        }
    }

    SqliteWorkers(SqliteFile file, Kind kind, int threads, Duration timeout, Deadlines deadlines) {
        this.file = file;
        this.kind = kind;
        this.timeout = timeout;
        this.deadlines = deadlines;
        String name = "store-" + kind.name().toLowerCase(Locale.ROOT);
        this.threads = IntStream.range(0, threads)
                .mapToObj(_ -> Thread.ofPlatform().name(name).daemon().start(this::work)).toList();
    }

    /** Has work done, and waits for it. */
    <T> T run(Work<T> work, Durability durability) {
        if (closed) {
            throw new StoreException(file + " is closed", null);
        }
        Job<T> job = new Job<>(work, durability);
        if (!waiting.offer(job)) {
            throw new StoreException(file + " is busy: " + MAX_WAITING + " calls wait already", null);
        }
        return job.await(deadlines, timeout, file.toString());
    }

    private void work() {
        try (SqliteTransactions transactions = new SqliteTransactions(file)) {
            List<Job<?>> jobs = new ArrayList<>();
            while (!jobs.contains(stop)) {
                jobs.clear();
                jobs.add(waiting.take());
                waiting.drainTo(jobs, kind.most - 1);
                switch (kind) {
                    case READER -> transactions.read(jobs.getFirst());
                    case WRITER -> transactions.write(jobs);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what waits, then ends the threads. */
    @Override
    public void close() {
        closed = true;
        try {
            for (Thread _ : threads) {
                waiting.put(stop);
            }
            for (Thread thread : threads) {
                thread.join(timeout);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
