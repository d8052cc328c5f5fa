package simmer.host.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import simmer.spi.ModelException;
import simmer.spi.ModelTraits;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;
import simmer.testkit.Await;
import simmer.testkit.Turns;

/** Waits in each read until it is let go, and notes what it was given. "fails" fails, and with it the whole batch. */
final class GatedModel implements SentimentModel {

    private static final int OPEN = 1_000_000;
    private static final int LONGEST_SECONDS = 20;

    private final ModelTraits traits;
    private final Semaphore gate = new Semaphore(0);
    private final List<List<String>> batches = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger onVirtualThreads = new AtomicInteger();

    GatedModel(ModelTraits traits) {
        this.traits = traits;
    }

    /** Lets so many reads go. */
    void let(int reads) {
        gate.release(reads);
    }

    /** Lets all go that are and will be. */
    void open() {
        let(OPEN);
    }

    /** What was given so far, batch by batch, in the order in which the reads began. */
    List<List<String>> batches() {
        synchronized (batches) {
            return List.copyOf(batches);
        }
    }

    List<String> texts() {
        return batches().stream().flatMap(List::stream).toList();
    }

    void awaitReads(int begun) {
        Await.until(begun + " reads began", () -> batches.size() >= begun);
    }

    int readsOnVirtualThreads() {
        return onVirtualThreads.get();
    }

    @Override
    public ModelTraits traits() {
        return traits;
    }

    @Override
    public List<Sentiment> read(List<Utterance> batch) {
        batches.add(batch.stream().map(Utterance::text).toList());
        if (Thread.currentThread().isVirtual()) {
            onVirtualThreads.incrementAndGet();
        }
        try {
            if (!gate.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody opened the gate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (batch.stream().anyMatch(utterance -> utterance.text().equals("fails"))) {
            throw new ModelException("the engine failed");
        }
        return Collections.nCopies(batch.size(), Turns.sentiment(0.5, 0.5, 0));
    }

    @Override
    public void close() {
        open();
    }

    @Override
    public String name() {
        return "gated";
    }

    @Override
    public String type() {
        return "gated";
    }
}
