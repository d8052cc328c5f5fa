package simmer.host.scoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import simmer.host.plugins.PluginFault;
import simmer.host.scoring.Reading.Result;
import simmer.spi.ModelException;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/**
 * The platform threads that run a model, as many as it wants: each takes what waits, reads it, and says what came of it.
 * Native code on a virtual thread would hold its carrier and starve all others.
 */
final class ModelThreads implements AutoCloseable {

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final SentimentModel model;
    private final ReadingQueue queue;
    private final Pace pace;
    private final LongSupplier nanoTime;
    private final AtomicLong lastSign;
    private final List<CompletableFuture<Void>> warm = new ArrayList<>();
    private final List<Thread> threads;
    private volatile boolean closed;

    /**
     * Starts the threads.
     *
     * @param warmUp batches that each thread reads before anything else
     */
    ModelThreads(SentimentModel model, ReadingQueue queue, Pace pace, List<List<Utterance>> warmUp, LongSupplier nanoTime) {
        this.model = model;
        this.queue = queue;
        this.pace = pace;
        this.nanoTime = nanoTime;
        this.lastSign = new AtomicLong(nanoTime.getAsLong());
        this.threads = IntStream.range(0, model.traits().threads()).mapToObj(i -> thread(i, warmUp)).toList();
        threads.forEach(Thread::start);
    }

    private Thread thread(int index, List<List<Utterance>> warmUp) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        warm.add(ready);
        return Thread.ofPlatform().name("model-" + index).daemon().unstarted(() -> run(warmUp, ready));
    }

    private void run(List<List<Utterance>> warmUp, CompletableFuture<Void> ready) {
        warmUp(warmUp, ready);
        try {
            for (List<Waiting> batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
                read(batch);
                queue.done(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who waits for it decides whether to go on with a model that failed: it may be back later. */
    private void warmUp(List<List<Utterance>> batches, CompletableFuture<Void> ready) {
        try {
            for (List<Utterance> batch : batches) {
                if (!closed) {
                    // Not by way of the pace: cold reads would predict waits that nobody has to expect.
                    model.read(batch);
                }
            }
            ready.complete(null);
        } catch (RuntimeException | Error e) {
            ready.completeExceptionally(e);
        }
    }

    private void read(List<Waiting> batch) {
        try {
            end(batch, sentiments(batch.stream().map(Waiting::utterance).toList()));
        } catch (RuntimeException | Error e) {
            // Whoever made it fail: the others in the batch did nothing wrong.
            if (batch.size() > 1) {
                batch.forEach(one -> read(List.of(one)));
            } else {
                batch.getFirst().reading().end(new Result.Broken(e));
            }
        }
    }

    private void end(List<Waiting> batch, List<Sentiment> sentiments) {
        for (int i = 0; i < batch.size(); i++) {
            pace.learn(batch.get(i).utterance(), sentiments.get(i).tokens());
            batch.get(i).reading().end(new Result.Read(sentiments.get(i)));
        }
    }

    private List<Sentiment> sentiments(List<Utterance> batch) {
        long begun = nanoTime.getAsLong();
        lastSign.set(begun);
        List<Sentiment> sentiments = model.read(batch);
        long ended = nanoTime.getAsLong();
        lastSign.set(ended);
        if (sentiments.size() != batch.size()) {
            throw new ModelException("model " + model.name() + " gave " + sentiments.size() + " answers to "
                    + batch.size() + " utterances");
        }
        pace.record(sentiments.stream().mapToLong(Sentiment::tokens).sum(), Duration.ofNanos(ended - begun));
        return sentiments;
    }

    /**
     * Waits until every thread is warm.
     *
     * @throws ModelException if the model fails at it, or takes longer
     */
    void awaitWarm(Duration within) {
        try {
            CompletableFuture.allOf(warm.toArray(CompletableFuture[]::new)).get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw cause instanceof ModelException ours ? ours : new ModelException(PluginFault.of(cause), cause);
        } catch (TimeoutException e) {
            throw new ModelException("took longer than " + within.toSeconds() + " s to warm up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException("was interrupted while it warmed up", e);
        }
    }

    /** How long no read has begun or ended although some are asked for; zero when none is. */
    Duration silence() {
        ReadingQueue.Depth depth = queue.depth();
        if (depth.isNothing()) {
            return Duration.ZERO;
        }
        long now = nanoTime.getAsLong();
        return Duration.ofNanos(Math.max(0, Math.min(now - lastSign.get(), now - depth.busySinceNanos())));
    }

    /**
     * Waits for reads under way, for five seconds at most.
     *
     * @throws StillReadingException if one still runs: the model must then not be closed, for that would end the process
     */
    @Override
    public void close() {
        closed = true;
        queue.close();
        long until = System.nanoTime() + CLOSE_WITHIN.toNanos();
        for (Thread thread : threads) {
            try {
                if (!thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
                    throw new StillReadingException("the model still reads after " + CLOSE_WITHIN.toSeconds() + " s");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StillReadingException("interrupted while the model reads");
            }
        }
    }
}
