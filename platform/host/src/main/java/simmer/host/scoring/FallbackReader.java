package simmer.host.scoring;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import simmer.host.scoring.Failure.Why;
import simmer.spi.ModelException;
import simmer.spi.Utterance;

/**
 * Reads with a model and, when that one can't, with another. Each has a memory, a queue and threads of its own, so what one
 * has read is never taken for what the other would have, and one that hangs holds nobody up at the other. While the model
 * says that it is away it is not asked; otherwise it has half of the time, so that the rest is left for the fallback.
 */
final class FallbackReader implements Reader {

    private static final System.Logger LOG = System.getLogger(FallbackReader.class.getName());

    private final ModelReader model;
    private final ModelReader fallback;

    FallbackReader(ModelReader model, ModelReader fallback) {
        this.model = model;
        this.fallback = fallback;
    }

    @Override
    public Readout read(List<Utterance> utterances, String language, long until) {
        return switch (first(utterances, language, until)) {
            case Readout.Read read -> read;
            case Failure failure when failure.why() == Why.UNSUPPORTED_LANGUAGE -> failure;
            case Failure failure -> switch (fallback.read(utterances, language, until)) {
                case Readout.Read read -> read.insteadOf(failure);
                case Failure second -> new Failure(failure.why(), failure.sentence() + ", and its fallback: "
                        + second.sentence());
            };
        };
    }

    private Readout first(List<Utterance> utterances, String language, long until) {
        if (model.outage().isPresent()) {
            return new Failure(Why.FAILED, "model " + model.name() + " is away");
        }
        long now = System.nanoTime();
        return model.read(utterances, language, now + (until - now) / 2);
    }

    /** Waits for both; the model may be away at a start, the fallback may not. */
    @Override
    public void awaitWarm(Duration within) {
        fallback.awaitWarm(within);
        try {
            model.awaitWarm(within);
        } catch (ModelException e) {
            LOG.log(System.Logger.Level.WARNING, "model {0} can''t read yet, its fallback {1} does: {2}", model.name(),
                    fallback.name(), e.getMessage());
        }
    }

    /** Nothing has been read only if neither has. */
    @Override
    public Duration silence() {
        Duration one = model.silence();
        Duration other = fallback.silence();
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public Optional<String> outage() {
        return model.outage();
    }

    @Override
    public boolean hasFallback() {
        return true;
    }

    @Override
    public ReadingFigures figures() {
        return model.figures().plus(fallback.figures());
    }

    @Override
    public void close() {
        try (fallback) {
            model.close();
        }
    }
}
