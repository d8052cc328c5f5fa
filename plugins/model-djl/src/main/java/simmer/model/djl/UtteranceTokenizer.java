package simmer.model.djl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import simmer.spi.Utterance;

/** Turns utterances into tokens. Native code; several threads may use it at once. */
final class UtteranceTokenizer implements AutoCloseable {

    private final HuggingFaceTokenizer tokenizer;
    private final Normalisation normalisation;
    private final int padId;

    private UtteranceTokenizer(HuggingFaceTokenizer tokenizer, Normalisation normalisation, int padId) {
        this.tokenizer = tokenizer;
        this.normalisation = normalisation;
        this.padId = padId;
    }

    /**
     * The first one that a class loader opens loads the native code, into the folder of the {@link NativeFolder} that is
     * open.
     *
     * @throws simmer.spi.OptionException if the model's {@code tokenizer.json} can't be used
     */
    static UtteranceTokenizer open(ModelPlan plan) {
        try {
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(plan.folder().tokenizer())
                    .optAddSpecialTokens(true)
                    .optPadding(false)
                    .optTruncation(true)
                    .optMaxLength(plan.traits().maxTokens())
                    .build();
            return new UtteranceTokenizer(tokenizer, plan.normalisation(), plan.config().padId());
        } catch (IOException | RuntimeException e) {
            throw ModelFolder.broken(plan.folder().tokenizer(), "can't be used: " + EngineFailure.words(e));
        }
    }

    /** Text over the model's tokens is cut at its end; special tokens stay whole. */
    TokenBatch encode(List<Utterance> batch) {
        List<Encoding> rows = batch.stream()
                .map(utterance -> tokenizer.encode(normalisation.apply(wellFormed(utterance.text()))))
                .toList();
        return new TokenBatch(rows, padId);
    }

    /** Half a surrogate pair is no character; the native code would guess what it is. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
