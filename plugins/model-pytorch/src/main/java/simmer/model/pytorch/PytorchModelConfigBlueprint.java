package simmer.model.pytorch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

import simmer.model.djl.DjlOptions;
import simmer.model.djl.Normalisation;

/** Options of the model {@code pytorch}. */
@Prototype.Blueprint(isPublic = false)
@Prototype.Configured(value = "pytorch", root = false)
interface PytorchModelConfigBlueprint extends DjlOptions {

    /**
     * The model's folder, which holds {@code config.json}, {@code tokenizer.json} and a TorchScript file {@code .pt}, for
     * other precisions {@code -fp16.pt} and {@code -bf16.pt}.
     */
    @Override
    @Option.Configured
    @Option.Required
    Path path();

    /** What the network runs on: {@code cpu}, {@code cuda}, {@code cuda:1}, or {@code auto}, a GPU if there is one. */
    @Option.Configured
    @Option.Default("cpu")
    String device();

    /** What the network calculates with: {@code fp32}, {@code fp16} or {@code bf16}, each with a file of its own. */
    @Option.Configured
    @Option.Default("FP32")
    Precision precision();

    /**
     * The folder of the libtorch to run, needed for a GPU. If not given, what the environment variable
     * {@code PYTORCH_LIBRARY_PATH} names, else the plugin's own, for the CPU.
     */
    @Option.Configured
    Optional<Path> libtorch();

    /** How many threads read at once, 1 to 64; as many as the machine has cores if not given. For a GPU take 1 or 2. */
    @Override
    @Option.Configured
    Optional<Integer> threads();

    /**
     * Most utterances in one inference, 1 to 64; for a GPU take 16 to 64. If not given, 4 where the model's
     * {@code config.json} promises that company changes nothing, else 1.
     */
    @Override
    @Option.Configured
    Optional<Integer> maxBatch();

    /** Most tokens in one inference of several utterances, padding included, 1 to 32768; for a GPU take 2048 or more. */
    @Override
    @Option.Configured
    @Option.DefaultInt(256)
    int batchTokens();

    /** How long a thread waits for a batch to fill, PT0S to PT0.1S; for a GPU take PT0.001S. */
    @Option.Configured
    @Option.Default("PT0S")
    Duration linger();

    /**
     * Lengths in tokens that batches are filled up to, 1 to 512, such as {@code [16, 32, 64, 128]} on a GPU; none on a CPU.
     */
    @Option.Configured
    List<Integer> lengthBuckets();

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
