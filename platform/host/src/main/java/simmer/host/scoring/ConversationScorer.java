package simmer.host.scoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import simmer.host.plugins.PluginFault;
import simmer.host.scoring.Scored.Why;
import simmer.spi.Conversation;
import simmer.spi.ModelException;
import simmer.spi.Score;
import simmer.spi.Scoring;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Turn;
import simmer.spi.Utterance;

/**
 * Scores conversations with a model and a strategy, in time. For use by any number of threads, virtual ones too: the model
 * runs on threads of its own.
 */
public final class ConversationScorer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ConversationScorer.class.getName());

    private final SentimentModel model;
    private final Scoring scoring;
    private final ModelThreads threads;

    /** @param maxQueued most utterances that wait for the model; more are refused at once */
    public ConversationScorer(SentimentModel model, Scoring scoring, int maxQueued) {
        this.model = model;
        this.scoring = scoring;
        this.threads = new ModelThreads(model, maxQueued, System::nanoTime);
    }

    /**
     * Scores a conversation.
     *
     * @param within the time left; reads that have not begun by then never begin
     */
    public Scored score(Conversation conversation, Duration within) {
        if (conversation.utterances().isEmpty()) {
            return new Scored.Success(Score.ofNothing());
        }
        String language = conversation.session().language();
        if (!model.traits().reads(language)) {
            return new Scored.Failure(Why.UNSUPPORTED_LANGUAGE, "the model does not read the conversation's language: it"
                    + " reads " + String.join(", ", model.traits().languages().stream().sorted().toList()));
        }
        List<Future<Sentiment>> reads;
        try {
            reads = threads.submit(conversation.utterances(), within);
        } catch (RejectedExecutionException e) {
            return new Scored.Failure(Why.OVERLOAD, "overload: more utterances wait for the model than are taken on");
        }
        try {
            return weigh(turns(conversation.utterances(), reads, within));
        } catch (TimeoutException e) {
            return new Scored.Failure(Why.TIMEOUT, "the model took longer than the answer may");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Scored.Failure(Why.TIMEOUT, "Simmer is stopping");
        } catch (ExecutionException e) {
            return failed("model " + model.name(), Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            threads.cancel(reads);
        }
    }

    /** A strategy is trusted not to block, as its contract says, but not to be without faults. */
    private Scored weigh(List<Turn> turns) {
        try {
            Score score = scoring.score(turns);
            if (score.turns().size() == turns.size()) {
                return new Scored.Success(score);
            }
            return failed("scoring " + scoring.name(), new IllegalStateException("it left turns out"));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return failed("scoring " + scoring.name(), e);
        }
    }

    private static List<Turn> turns(List<Utterance> utterances, List<Future<Sentiment>> reads, Duration within)
            throws InterruptedException, ExecutionException, TimeoutException {
        long until = System.nanoTime() + within.toNanos();
        List<Turn> turns = new ArrayList<>(utterances.size());
        for (int i = 0; i < utterances.size(); i++) {
            Sentiment sentiment = reads.get(i).get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            turns.add(new Turn(utterances.get(i), sentiment));
        }
        return turns;
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

    /** Utterances that wait for the model. */
    public int queued() {
        return threads.queued();
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
