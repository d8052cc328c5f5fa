package simmer.host.scoring;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import simmer.spi.ModelException;
import simmer.spi.ModelTraits;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;
import simmer.testkit.Turns;

/** Reads everything as so negative, until it is told to fail, to hang, or to say that it is away. */
final class SwitchedModel implements SentimentModel {

    private final String name;
    private final double negative;
    private final Set<String> languages;
    private final Queue<String> texts = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<String> outage = Optional.empty();
    private volatile boolean fails;
    private volatile boolean hangs;

    SwitchedModel(String name, double negative, String... languages) {
        this.name = name;
        this.negative = negative;
        this.languages = Set.of(languages);
    }

    SwitchedModel away(String why) {
        outage = Optional.of(why);
        fails = true;
        return this;
    }

    SwitchedModel failing() {
        fails = true;
        return this;
    }

    SwitchedModel hanging() {
        hangs = true;
        return this;
    }

    void well() {
        outage = Optional.empty();
        fails = false;
        hangs = false;
    }

    /** What it was given, without what warms it up. */
    List<String> texts() {
        return texts.stream().filter(text -> !text.startsWith("hello")).toList();
    }

    @Override
    public ModelTraits traits() {
        return new ModelTraits(1, 1, 16, languages);
    }

    @Override
    public Optional<String> outage() {
        return outage;
    }

    @Override
    public List<Sentiment> read(List<Utterance> batch) {
        batch.forEach(utterance -> texts.add(utterance.text()));
        if (hangs) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (fails) {
            throw new ModelException("the engine failed");
        }
        return Collections.nCopies(batch.size(), Turns.sentiment(negative, 1 - negative, 0));
    }

    /** Lets go what hangs. */
    void release() {
        closed.countDown();
    }

    @Override
    public void close() {
        release();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String type() {
        return name;
    }
}
