package simmer.model.djl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import simmer.spi.Utterance;

/** Turns utterances into tokens. Native code; several threads may use it at once. */
final class UtteranceTokenizer implements AutoCloseable {

    /**
     * More than any language's tokens have on average. The tokenizer would read all of a text before it cuts: a request
     * full of punctuation would cost it as much as a hundred real ones.
     */
    private static final int CHARACTERS_A_TOKEN = 32;

    private final HuggingFaceTokenizer tokenizer;
    private final Normalisation normalisation;
    private final int padId;
    private final int mostCharacters;

    private UtteranceTokenizer(HuggingFaceTokenizer tokenizer, ModelPlan plan) {
        this.tokenizer = tokenizer;
        normalisation = plan.normalisation();
        padId = plan.config().padId();
        mostCharacters = plan.traits().maxTokens() * CHARACTERS_A_TOKEN;
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
            return new UtteranceTokenizer(tokenizer, plan);
        } catch (IOException | RuntimeException e) {
            throw ModelFolder.broken(plan.folder().tokenizer(), "can't be used: " + EngineFailure.words(e));
        }
    }

    /** Text over the model's tokens is cut at its end; special tokens stay whole. */
    TokenBatch encode(List<Utterance> batch) {
        List<Encoding> rows = batch.stream()
                .map(utterance -> tokenizer.encode(wellFormed(start(normalisation.apply(utterance.text())))))
                .toList();
        return new TokenBatch(rows, padId);
    }

    private String start(String text) {
        return text.length() <= mostCharacters ? text : text.substring(0, mostCharacters);
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
