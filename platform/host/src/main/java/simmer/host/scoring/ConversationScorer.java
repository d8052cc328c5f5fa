package simmer.host.scoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import simmer.host.plugins.PluginFault;
import simmer.host.scoring.Failure.Why;
import simmer.host.scoring.Reading.Result;
import simmer.host.scoring.Readings.Asked;
import simmer.spi.ModelException;
import simmer.spi.ModelTraits;
import simmer.spi.Score;
import simmer.spi.Scoring;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Turn;
import simmer.spi.Utterance;

/**
 * Reads conversations with a model, in time, and weighs them with a strategy. Each utterance is read once, however often it comes in. For use
 * by any number of threads, virtual ones too: the model runs on threads of its own.
 */
public final class ConversationScorer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ConversationScorer.class.getName());

    private final SentimentModel model;
    private final Scoring scoring;
    private final Duration within;
    private final Readings readings;
    private final ModelThreads threads;

    private ConversationScorer(SentimentModel model, Scoring scoring, ReadingLimits limits, List<List<Utterance>> warmUp) {
        ModelTraits traits = model.traits();
        this.model = model;
        this.scoring = scoring;
        this.within = limits.within();
        Pace pace = new Pace(traits);
        ReadingQueue queue = new ReadingQueue(traits, pace, limits.maxQueuedTokens(), System::nanoTime);
        this.readings = new Readings(model.type() + " " + traits.identity(), queue, pace, limits.cacheBytes());
        this.threads = new ModelThreads(model, queue, pace, warmUp, System::nanoTime);
    }

    /** Starts the model's threads; the first conversations find them cold. */
    public static ConversationScorer cold(SentimentModel model, Scoring scoring, ReadingLimits limits) {
        return new ConversationScorer(model, scoring, limits, List.of());
    }

    /** Starts the model's threads, each of which first reads batches of every shape: see {@link #awaitWarm}. */
    public static ConversationScorer warming(SentimentModel model, Scoring scoring, ReadingLimits limits) {
        return new ConversationScorer(model, scoring, limits, WarmUp.of(model.traits()));
    }

    /**
     * Waits until each thread is warm.
     *
     * @throws ModelException if the model fails at it, or takes longer; its threads may still read, so this must be closed
     *         before the model is
     */
    public void awaitWarm(Duration within) {
        threads.awaitWarm(within);
    }

    /**
     * Reads utterances of one conversation. Without the newest there is no reading; of those before it, those that could not
     * be read in time are left out, and all that are older than one of them.
     *
     * @param utterances oldest first, at least one
     * @param language the conversation's language tag, empty if nobody said
     * @param left the time left for the answer; reading takes half of it at most, for the score must be delivered too
     */
    public Readout read(List<Utterance> utterances, String language, Duration left) {
        if (!model.traits().reads(language)) {
            return new Failure(Why.UNSUPPORTED_LANGUAGE, "the model does not read the conversation's language: it"
                    + " reads " + String.join(", ", model.traits().languages().stream().sorted().toList()));
        }
        Duration half = left.dividedBy(2);
        long until = System.nanoTime() + (half.compareTo(within) < 0 ? half : within).toNanos();
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
        return switch (newestFirst.getFirst().reading().await(until)) {
            case Result.Read _ -> new Readout.Read(sentiments(newestFirst, until));
            case Result.Refused() -> new Failure(Why.OVERLOAD,
                    "overload: more utterances wait for the model than it can read in time");
            case Result.TooLate() -> new Failure(Why.TIMEOUT, "the model took longer than the answer may");
            case Result.Broken broken -> failed("model " + model.name(), broken.cause());
        };
    }

    /** The newest ones that were read, without a gap, oldest first. */
    private static List<Sentiment> sentiments(List<Asked> newestFirst, long until) throws InterruptedException {
        List<Sentiment> sentiments = new ArrayList<>(newestFirst.size());
        for (Asked asked : newestFirst) {
            if (!(asked.reading().await(until) instanceof Result.Read read)) {
                break;
            }
            sentiments.add(read.sentiment());
        }
        return sentiments.reversed();
    }

    /**
     * Weighs turns into a score. A strategy is trusted not to block, as its contract says, but not to be without faults.
     *
     * @param turns oldest first, at least one
     */
    public Weighed weigh(List<Turn> turns) {
        try {
            Score score = scoring.score(turns);
            if (score.turns().size() == turns.size()) {
                return new Weighed.Scored(score);
            }
            return failed("scoring " + scoring.name(), new IllegalStateException("it left turns out"));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return failed("scoring " + scoring.name(), e);
        }
    }

    private static Failure failed(String plugin, Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, "{0} failed: {1}", plugin,
                cause instanceof ModelException ? cause.getMessage() : PluginFault.of(cause));
        return new Failure(Why.FAILED, plugin + " failed");
    }

    /** How long the model has been silent although it was asked: over some seconds, it hangs. */
    public Duration silence() {
        return threads.silence();
    }

    /** What an operator sees of the readings. */
    public ReadingFigures figures() {
        return readings.figures();
    }

    /**
     * Ends the model's threads; the model itself stays open.
     *
     * @throws StillReadingException if a read does not end: the model must stay open then
     */
    @Override
    public void close() {
        threads.close();
    }
}
