package simmer.spi;

import java.util.List;

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

    /** Frees what the model holds. Called once; no {@link #read} runs any more. */
    @Override
    void close();
}
