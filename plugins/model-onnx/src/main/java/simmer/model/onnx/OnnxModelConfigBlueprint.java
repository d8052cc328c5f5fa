package simmer.model.onnx;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

import simmer.model.djl.DjlOptions;
import simmer.model.djl.Normalisation;

/** Options of the model {@code onnx}. */
@Prototype.Blueprint(isPublic = false)
@Prototype.Configured(value = "onnx", root = false)
interface OnnxModelConfigBlueprint extends DjlOptions {

    /** The model's folder, which holds {@code config.json}, {@code tokenizer.json} and one {@code .onnx} file. */
    @Override
    @Option.Configured
    @Option.Required
    Path path();

    /** How many threads read at once, 1 to 64; as many as the machine has cores if not given. */
    @Override
    @Option.Configured
    Optional<Integer> threads();

    /**
     * Most utterances in one inference, 1 to 64. If not given, 4 where the model's {@code config.json} promises that company
     * changes nothing, else 1: over 1, a model with dynamic 8-bit quantisation reads an utterance a little differently in
     * other company.
     */
    @Override
    @Option.Configured
    Optional<Integer> maxBatch();

    /**
     * Most tokens in one inference of several utterances, padding included, 1 to 32768: larger ones gain nothing on a CPU
     * and take memory.
     */
    @Override
    @Option.Configured
    @Option.DefaultInt(256)
    int batchTokens();

    /**
     * Most tokens of an utterance that count, 8 to 512 and no more than the model can take; what lies behind is cut off.
     * If not given, what the model's {@code config.json} says, else 256.
     */
    @Override
    @Option.Configured
    Optional<Integer> maxTokens();

    /**
     * The languages that the model reads, as primary tags such as {@code en}. If not given, those that the model's
     * {@code config.json} names, else any.
     */
    @Override
    @Option.Configured
    List<String> languages();

    /**
     * What the model's labels mean ({@code negative}, {@code neutral} or {@code positive}), by their names; needed only
     * where the names don't say it, such as {@code LABEL_0}.
     */
    @Override
    @Option.Configured
    Map<String, String> labels();

    /**
     * What is done to text first: {@code none}, or {@code social} (mentions become {@code @user}, links {@code http}) for
     * models trained on such text. If not given, what the model's {@code config.json} says, else {@code none}.
     */
    @Override
    @Option.Configured
    Optional<Normalisation> normalisation();
}
