package simmer.model.djl;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options that each model plugin on DJL has, by these keys in dashes. What is not given, the model's
 * {@code config.json} or a default decides: see {@link ModelPlan}.
 */
public interface DjlOptions {

    /** The model's folder, absolute. */
    Path path();

    /** Platform threads that may read at once, 1 to 64; by default one for each core of the machine. */
    Optional<Integer> threads();

    /** Most utterances in one inference, 1 to 64. */
    Optional<Integer> maxBatch();

    /** Most tokens in one inference of several utterances, padding included, 1 to 32768. */
    int batchTokens();

    /** Most tokens of an utterance that count, 8 to 512. */
    Optional<Integer> maxTokens();

    /** The languages that the model reads, as primary tags; empty for those that {@code config.json} names. */
    List<String> languages();

    /** What the model's labels mean, for models whose own names don't say it. */
    Map<String, String> labels();

    /** What is done to text before it becomes tokens. */
    Optional<Normalisation> normalisation();
}
