package simmer.benchmarks.load.bare;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import simmer.benchmarks.load.corpus.Conversation;
import simmer.benchmarks.load.corpus.Webhook;
import simmer.benchmarks.load.result.Pace;

/** Platform threads that do nothing but read, for a while. */
public final class BareLoop {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final BareModel model;
    private final int threads;
    private final Duration time;

    /** @param threads as many as cores, to keep them all busy */
    public BareLoop(BareModel model, int threads, Duration time) {
        this.model = model;
        this.threads = threads;
        this.time = time;
    }

    /** One utterance at a time, tokenized beforehand. */
    public Pace tokens(List<String> texts) throws InterruptedException {
        List<List<long[]>> inferences = texts.stream().map(text -> List.of(model.tokens(text))).toList();
        return run(index -> model.read(inferences.get(index % inferences.size())), 1);
    }

    /** One utterance at a time, tokenizing included. */
    public Pace texts(List<String> texts) throws InterruptedException {
        return run(index -> model.read(List.of(model.tokens(texts.get(index % texts.size())))), 1);
    }

    /** So many at a time, near lengths together, tokenized and sorted beforehand. */
    public Pace batches(List<String> texts, int rows) throws InterruptedException {
        List<long[]> sorted = texts.stream().map(model::tokens).sorted(Comparator.comparingInt(row -> row.length)).toList();
        List<List<long[]>> batches = new ArrayList<>(IntStream.range(0, sorted.size() / rows)
                .mapToObj(batch -> sorted.subList(batch * rows, (batch + 1) * rows)).toList());
        // Every stretch of time shall see all lengths.
        Collections.shuffle(batches, new Random(rows));
        return run(index -> model.read(batches.get(index % batches.size())), rows);
    }

    /** The tutorial's pattern: at each webhook the whole history, padded, tokenizing included. Counted in webhooks. */
    public Pace histories(List<Conversation> conversations) throws InterruptedException {
        List<List<String>> histories = conversations.stream().flatMap(conversation -> IntStream
                .rangeClosed(1, conversation.utterances().size())
                .mapToObj(turns -> conversation.utterances().subList(0, turns))).toList();
        return run(index -> model.read(
                histories.get(index % histories.size()).stream().map(model::tokens).toList()), 1);
    }

    @FunctionalInterface
    private interface Inference {
        float run(int index);
    }

    private Pace run(Inference inference, int utterances) throws InterruptedException {
        Histogram latency = new ConcurrentHistogram(LONGEST_NANOS, 3);
        AtomicInteger next = new AtomicInteger();
        AtomicLong cpuNanos = new AtomicLong();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        Thread[] readers = new Thread[threads];
        Arrays.setAll(readers, _ -> Thread.ofPlatform().start(() -> {
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            for (long now = System.nanoTime(); now - end < 0;) {
                inference.run(next.getAndIncrement());
                long after = System.nanoTime();
                latency.recordValue(after - now);
                now = after;
            }
            cpuNanos.addAndGet(THREADS.getCurrentThreadCpuTime() - cpuBefore);
        }));
        for (Thread reader : readers) {
            reader.join();
        }
        long count = latency.getTotalCount() * utterances;
        return new Pace(count / ((System.nanoTime() - start) / 1e9), cpuNanos.get() / 1e6 / count,
                latency.getValueAtPercentile(50) / 1e6, latency.getValueAtPercentile(99) / 1e6);
    }

    /** The newest utterance of each webhook: what a server that remembers the others has to read. */
    public static List<String> newest(List<Conversation> conversations) {
        return conversations.stream().flatMap(conversation -> conversation.webhooks().stream()).map(Webhook::said).toList();
    }
}
