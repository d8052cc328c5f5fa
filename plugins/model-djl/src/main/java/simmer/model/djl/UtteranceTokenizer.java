package simmer.model.djl;

import java.io.IOException;
import java.util.List;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import simmer.spi.ModelException;
import simmer.spi.Utterance;

/** Turns utterances into tokens. Native code; several threads may use it at once. */
public final class UtteranceTokenizer implements AutoCloseable {

    private final HuggingFaceTokenizer tokenizer;
    private final PlainText plainText;
    private final int padId;
    private final BatchWishes wishes;

    private UtteranceTokenizer(HuggingFaceTokenizer tokenizer, ModelPlan plan) {
        this.tokenizer = tokenizer;
        plainText = plan.plainText();
        padId = plan.config().padId();
        wishes = plan.wishes();
    }

    /**
     * The first one that a class loader opens loads the native code, into the folder of the {@link NativeFolder} that is
     * open.
     *
     * @throws simmer.spi.OptionException if the model's {@code tokenizer.json} can't be used
     */
    public static UtteranceTokenizer open(ModelPlan plan) {
        try {
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(plan.folder().tokenizer())
                    .optAddSpecialTokens(true)
                    .optPadding(false)
                    .optTruncation(true)
                    .optMaxLength(plan.traits().maxTokens())
                    .build();
            return new UtteranceTokenizer(tokenizer, plan);
        } catch (IOException | RuntimeException e) {
            throw ModelFolder.broken(plan.folder().tokenizer(), "can't be used: " + EngineFailure.words(e));
        }
    }

    /**
     * Text over the model's tokens is cut at its end; special tokens stay whole.
     *
     * @param batch at least one
     * @throws ModelException if the native code failed
     */
    public TokenBatch encode(List<Utterance> batch) {
        try {
            return TokenBatch.of(batch.stream().map(utterance -> tokenizer.encode(plainText.of(utterance))).toList(),
                    padId, wishes);
        } catch (RuntimeException e) {
            throw new ModelException("the tokenizer failed: " + EngineFailure.words(e), e);
        }
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
