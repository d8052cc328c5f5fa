package simmer.host.scoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import simmer.spi.ModelException;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/**
 * The platform threads that run a model, as many as it wants, behind a queue with a bound. Native code on a virtual thread
 * would hold its carrier and starve all others. For use by any number of threads.
 */
final class ModelThreads implements AutoCloseable {

    /** About so many of the last reads make the mean that predicts a wait. */
    private static final int MEAN_OVER = 16;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final SentimentModel model;
    private final ThreadPoolExecutor pool;
    private final LongSupplier nanoTime;
    private final AtomicLong lastSign;
    private final AtomicLong meanReadNanos = new AtomicLong();

    ModelThreads(SentimentModel model, int maxQueued, LongSupplier nanoTime) {
        int threads = model.traits().threads();
        this.model = model;
        this.nanoTime = nanoTime;
        this.lastSign = new AtomicLong(nanoTime.getAsLong());
        this.pool = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(maxQueued),
                Thread.ofPlatform().name("model-", 0).daemon().factory());
    }

    /**
     * Queues utterances, all of them or none.
     *
     * @param within when they must all have been read
     * @throws RejectedExecutionException if there is no room for all, or no time, as reads went so far
     */
    List<Future<Sentiment>> submit(List<Utterance> utterances, Duration within) {
        List<Future<Sentiment>> futures = new ArrayList<>(utterances.size());
        int ahead = pool.getQueue().size();
        if (pool.getQueue().remainingCapacity() < utterances.size() - pool.getMaximumPoolSize()) {
            throw new RejectedExecutionException("the queue is full");
        }
        if (ahead > 0 && (ahead + utterances.size()) * meanReadNanos.get() / pool.getMaximumPoolSize() > within.toNanos()) {
            throw new RejectedExecutionException("the queue is too long");
        }
        if (ahead == 0 && pool.getActiveCount() == 0) {
            lastSign.set(nanoTime.getAsLong());
        }
        try {
            for (Utterance utterance : utterances) {
                futures.add(pool.submit(() -> read(utterance)));
            }
            return futures;
        } catch (RejectedExecutionException e) {
            cancel(futures);
            throw e;
        }
    }

    /** Has those not begun yet never begin, and makes room for others. */
    void cancel(List<Future<Sentiment>> futures) {
        for (Future<Sentiment> future : futures) {
            // A read that runs is not interrupted: native code would not notice.
            if (future.cancel(false) && future instanceof Runnable task) {
                pool.remove(task);
            }
        }
    }

    private Sentiment read(Utterance utterance) {
        long begun = nanoTime.getAsLong();
        lastSign.set(begun);
        List<Sentiment> sentiments = model.read(List.of(utterance));
        long ended = nanoTime.getAsLong();
        lastSign.set(ended);
        meanReadNanos.updateAndGet(mean -> mean + (ended - begun - mean) / MEAN_OVER);
        if (sentiments.size() != 1) {
            throw new ModelException("model " + model.name() + " gave " + sentiments.size() + " answers to 1 utterance");
        }
        return sentiments.getFirst();
    }

    /** How long no read has begun or ended although some are asked for; zero when none is. */
    Duration silence() {
        if (pool.getActiveCount() == 0 && pool.getQueue().isEmpty()) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(Math.max(0, nanoTime.getAsLong() - lastSign.get()));
    }

    int queued() {
        return pool.getQueue().size();
    }

    /**
     * Waits for reads under way, for five seconds at most.
     *
     * @throws StillReadingException if one still runs: the model must then not be closed, for that would end the process
     */
    @Override
    public void close() {
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(CLOSE_WITHIN.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StillReadingException("the model still reads after " + CLOSE_WITHIN.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StillReadingException("interrupted while the model reads");
        }
    }
}
