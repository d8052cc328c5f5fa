package simmer.host.scoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import simmer.host.plugins.PluginFault;
import simmer.host.scoring.Reading.Result;
import simmer.host.scoring.Readings.Asked;
import simmer.host.scoring.Scored.Why;
import simmer.spi.Conversation;
import simmer.spi.ModelException;
import simmer.spi.ModelTraits;
import simmer.spi.Score;
import simmer.spi.Scoring;
import simmer.spi.SentimentModel;
import simmer.spi.Turn;
import simmer.spi.Utterance;

/**
 * Scores conversations with a model and a strategy, in time. Each utterance is read once, however often it comes in. For use
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

    /**
     * Starts the model's threads and has each of them read batches of every shape.
     *
     * @param warmWithin how long that may take
     * @throws ModelException if the model fails at it, or takes longer; the threads have ended
     */
    public static ConversationScorer warm(SentimentModel model, Scoring scoring, ReadingLimits limits,
            Duration warmWithin) {
        ConversationScorer scorer = new ConversationScorer(model, scoring, limits, WarmUp.of(model.traits()));
        try {
            scorer.threads.awaitWarm(warmWithin);
            return scorer;
        } catch (ModelException e) {
            scorer.close();
            throw e;
        }
    }

    /**
     * Scores a conversation. Without its newest turn there is no score; of the turns before it, those that could not be read
     * in time are left out, and all that are older than one of them.
     *
     * @param left the time left for the answer; reading takes half of it at most, for the score must be delivered too
     */
    public Scored score(Conversation conversation, Duration left) {
        if (conversation.utterances().isEmpty()) {
            return new Scored.Success(Score.ofNothing(), 0);
        }
        if (!model.traits().reads(conversation.session().language())) {
            return new Scored.Failure(Why.UNSUPPORTED_LANGUAGE, "the model does not read the conversation's language: it"
                    + " reads " + String.join(", ", model.traits().languages().stream().sorted().toList()));
        }
        Duration half = left.dividedBy(2);
        long until = System.nanoTime() + (half.compareTo(within) < 0 ? half : within).toNanos();
        List<Asked> newestFirst = ask(conversation.utterances(), until);
        try {
            return score(conversation.utterances(), newestFirst, until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Scored.Failure(Why.TIMEOUT, "Simmer is stopping");
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

    private Scored score(List<Utterance> utterances, List<Asked> newestFirst, long until) throws InterruptedException {
        return switch (newestFirst.getFirst().reading().await(until)) {
            case Result.Read _ -> weigh(turns(utterances, newestFirst, until), utterances.size());
            case Result.Refused() -> new Scored.Failure(Why.OVERLOAD,
                    "overload: more utterances wait for the model than it can read in time");
            case Result.TooLate() -> new Scored.Failure(Why.TIMEOUT, "the model took longer than the answer may");
            case Result.Broken broken -> failed("model " + model.name(), broken.cause());
        };
    }

    /** The newest turns that were read, without a gap. */
    private static List<Turn> turns(List<Utterance> utterances, List<Asked> newestFirst, long until)
            throws InterruptedException {
        List<Turn> turns = new ArrayList<>(newestFirst.size());
        for (Asked asked : newestFirst) {
            if (!(asked.reading().await(until) instanceof Result.Read read)) {
                break;
            }
            turns.add(new Turn(utterances.get(utterances.size() - 1 - turns.size()), read.sentiment()));
        }
        return turns.reversed();
    }

    /** A strategy is trusted not to block, as its contract says, but not to be without faults. */
    private Scored weigh(List<Turn> turns, int said) {
        try {
            Score score = scoring.score(turns);
            if (score.turns().size() == turns.size()) {
                return new Scored.Success(score, said - turns.size());
            }
            return failed("scoring " + scoring.name(), new IllegalStateException("it left turns out"));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return failed("scoring " + scoring.name(), e);
        }
    }

    private static Scored failed(String plugin, Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, "{0} failed: {1}", plugin,
                cause instanceof ModelException ? cause.getMessage() : PluginFault.of(cause));
        return new Scored.Failure(Why.FAILED, plugin + " failed");
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
