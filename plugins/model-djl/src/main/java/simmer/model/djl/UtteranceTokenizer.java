package simmer.model.djl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;

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
        List<long[]> ids = new ArrayList<>(batch.size());
        List<long[]> types = new ArrayList<>(batch.size());
        try {
            for (Utterance utterance : batch) {
                encode(plainText.of(utterance), ids, types);
            }
        } catch (RuntimeException e) {
            throw new ModelException("the tokenizer failed: " + EngineFailure.words(e), e);
        }
        return new TokenBatch(ids, types, padId, wishes);
    }

    /** Takes what a network reads, and leaves the rest: words and places of tokens as objects cost half as much again. */
    private void encode(String text, List<long[]> ids, List<long[]> types) {
        long encoding = TokenizersLibrary.LIB.encode(tokenizer.getHandle(), text, true);
        try {
            ids.add(TokenizersLibrary.LIB.getTokenIds(encoding));
            types.add(TokenizersLibrary.LIB.getTypeIds(encoding));
        } finally {
            TokenizersLibrary.LIB.deleteEncoding(encoding);
        }
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
