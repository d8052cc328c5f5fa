package simmer.host.scoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import simmer.host.plugins.PluginFault;
import simmer.host.scoring.Failure.Why;
import simmer.host.scoring.Reading.Result;
import simmer.host.scoring.Readings.Asked;
import simmer.host.waiting.Deadlines;
import simmer.spi.ModelTraits;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/** Reads with one model, each utterance once: the model has a memory, a queue and threads of its own. */
final class ModelReader implements Reader {

    private final SentimentModel model;
    private final Readings readings;
    private final ModelThreads threads;
    private final Deadlines deadlines = new Deadlines("model-deadlines");

    /** @param warmUp what each of the model's threads reads first */
    ModelReader(SentimentModel model, ReadingLimits limits, List<List<Utterance>> warmUp) {
        ModelTraits traits = model.traits();
        this.model = model;
        Pace pace = new Pace(traits);
        ReadingQueue queue = new ReadingQueue(traits, pace, limits.maxQueuedTokens(), System::nanoTime);
        this.readings = new Readings(model.type() + " " + traits.identity(), queue, pace, limits.cacheBytes());
        this.threads = new ModelThreads(model, queue, pace, warmUp, System::nanoTime);
    }

    @Override
    public void awaitWarm(Duration within) {
        threads.awaitWarm(within);
    }

    @Override
    public Readout read(List<Utterance> utterances, String language, long until) {
        if (!model.traits().reads(language)) {
            return new Failure(Why.UNSUPPORTED_LANGUAGE, "the model does not read the conversation's language: it"
                    + " reads " + String.join(", ", model.traits().languages().stream().sorted().toList()));
        }
        List<Asked> newestFirst = ask(utterances, until);
        try {
            return await(newestFirst, until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failure(Why.TIMEOUT, "Simmer is stopping");
        } finally {
            newestFirst.forEach(readings::leave);
        }
    }

    /** Newest first; ends with the first that was not taken on, since nothing older could count. */
    private List<Asked> ask(List<Utterance> utterances, long until) {
        List<Asked> newestFirst = new ArrayList<>(utterances.size());
        for (Utterance utterance : utterances.reversed()) {
            Lane lane = newestFirst.isEmpty() ? Lane.NEWEST : Lane.HISTORY;
            newestFirst.add(readings.ask(utterance, lane, until));
            if (newestFirst.getLast().reading().isLost()) {
                break;
            }
        }
        return newestFirst;
    }

    private Readout await(List<Asked> newestFirst, long until) throws InterruptedException {
        return switch (result(newestFirst.getFirst(), until)) {
            case Result.Read _ -> new Readout.Read(sentiments(newestFirst, until));
            case Result.Refused() -> new Failure(Why.OVERLOAD,
                    "overload: more utterances wait for the model than it can read in time");
            case Result.TooLate() -> new Failure(Why.TIMEOUT, "the model took longer than the answer may");
            case Result.Broken broken -> Failure.of("model " + model.name(), broken.cause());
        };
    }

    /** The newest ones that were read, without a gap, oldest first. */
    private List<Sentiment> sentiments(List<Asked> newestFirst, long until) throws InterruptedException {
        List<Sentiment> sentiments = new ArrayList<>(newestFirst.size());
        for (Asked asked : newestFirst) {
            if (!(result(asked, until) instanceof Result.Read read)) {
                break;
            }
            sentiments.add(read.sentiment());
        }
        return sentiments.reversed();
    }

    private Result result(Asked asked, long until) throws InterruptedException {
        try {
            return deadlines.await(asked.reading().result(), until);
        } catch (TimeoutException e) {
            return new Result.TooLate();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a reading ends with a result only", e);
        }
    }

    @Override
    public Duration silence() {
        return threads.silence();
    }

    @Override
    public Optional<String> outage() {
        try {
            return model.outage();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("model " + model.name() + " can't say how it does: " + PluginFault.of(e));
        }
    }

    @Override
    public boolean hasFallback() {
        return false;
    }

    @Override
    public ReadingFigures figures() {
        return readings.figures();
    }

    String name() {
        return model.name();
    }

    @Override
    public void close() {
        try (deadlines) {
            threads.close();
        }
    }
}
