package simmer.spi;

import java.util.List;
import java.util.Optional;

import io.helidon.common.config.NamedService;

/**
 * Reads how utterances are meant. Blocks and runs native code: the host calls it from several platform threads at once,
 * never from a virtual one, and never after {@link #close()}.
 */
@SuppressWarnings("deprecation") // Helidon's NamedService: see PluginProvider
public interface SentimentModel extends NamedService, AutoCloseable {

    /** What this model can do and wants. The same answer at every call. */
    ModelTraits traits();

    /**
     * Reads a batch. Text over {@link ModelTraits#maxTokens()} tokens is cut at its end.
     *
     * @param batch 1 to {@link ModelTraits#maxBatch()} utterances
     * @return one sentiment for each utterance, in the batch's order
     * @throws ModelException if the engine failed; nothing was read, and the same batch may be tried again
     */
    List<Sentiment> read(List<Utterance> batch);

    /**
     * Why the model can't read at present, a sentence for whoever runs it; empty if, for all that is known, it can. While
     * there is an outage the host gives a fallback what it would give this model, so a model tells its end by itself,
     * without being asked to read. Asked often, by several threads, virtual ones too: it must not block. Unless overridden:
     * never.
     */
    default Optional<String> outage() {
        return Optional.empty();
    }

    /** Frees what the model holds. Called once; no {@link #read} runs any more. */
    @Override
    void close();
}
