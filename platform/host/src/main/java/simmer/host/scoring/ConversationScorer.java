package simmer.host.scoring;

import java.time.Duration;
import java.util.List;

import simmer.spi.ModelException;
import simmer.spi.Score;
import simmer.spi.Scoring;
import simmer.spi.SentimentModel;
import simmer.spi.Turn;
import simmer.spi.Utterance;

/**
 * Reads conversations with a model, in time, and weighs them with a strategy. Each utterance is read once, however often it
 * comes in. For use by any number of threads, virtual ones too: the model runs on threads of its own.
 */
public final class ConversationScorer implements AutoCloseable {

    private final Reader reader;
    private final Scoring scoring;
    private final Duration within;

    private ConversationScorer(Reader reader, Scoring scoring, ReadingLimits limits) {
        this.reader = reader;
        this.scoring = scoring;
        this.within = limits.within();
    }

    /** Starts the model's threads; the first conversations find them cold. */
    public static ConversationScorer cold(SentimentModel model, Scoring scoring, ReadingLimits limits) {
        return new ConversationScorer(new ModelReader(model, limits, List.of()), scoring, limits);
    }

    /** Starts the model's threads, each of which first reads batches of every shape: see {@link #awaitWarm}. */
    public static ConversationScorer warming(SentimentModel model, Scoring scoring, ReadingLimits limits) {
        return new ConversationScorer(warmingReader(model, limits), scoring, limits);
    }

    /**
     * The same with a fallback, which reads what the model can't.
     *
     * @param limits of each: the two share neither queue nor memory
     */
    public static ConversationScorer warming(SentimentModel model, SentimentModel fallback, Scoring scoring,
            ReadingLimits limits) {
        return new ConversationScorer(new FallbackReader(warmingReader(model, limits), warmingReader(fallback, limits)),
                scoring, limits);
    }

    private static ModelReader warmingReader(SentimentModel model, ReadingLimits limits) {
        return new ModelReader(model, limits, WarmUp.of(model.traits()));
    }

    /**
     * Waits until each thread is warm. With a fallback the model itself may fail at it.
     *
     * @throws ModelException if the model fails at it, or takes longer; its threads may still read, so this must be closed
     *         before the model is
     */
    public void awaitWarm(Duration within) {
        reader.awaitWarm(within);
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
        Duration half = left.dividedBy(2);
        return reader.read(utterances, language,
                System.nanoTime() + (half.compareTo(within) < 0 ? half : within).toNanos());
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
            return Failure.of("scoring " + scoring.name(), new IllegalStateException("it left turns out"));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return Failure.of("scoring " + scoring.name(), e);
        }
    }

    /** How the model does. */
    public ModelState state() {
        return new ModelState(reader.silence(), reader.outage(), reader.hasFallback());
    }

    /** What an operator sees of the readings. */
    public ReadingFigures figures() {
        return reader.figures();
    }

    /**
     * Ends the model's threads; the model itself stays open.
     *
     * @throws StillReadingException if a read does not end: the model must stay open then
     */
    @Override
    public void close() {
        reader.close();
    }
}
