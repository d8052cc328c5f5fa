package simmer.model.oip;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import simmer.model.djl.DjlOptions;
import simmer.model.djl.Normalisation;

/**
 * What of our options every model has.
 *
 * @param path the model's folder
 */
record ReadingOptions(OipModelConfig config, Path path) implements DjlOptions {

    @Override
    public Optional<Integer> threads() {
        return Optional.of(config.threads());
    }

    @Override
    public Optional<Integer> maxBatch() {
        return Optional.of(config.maxBatch());
    }

    @Override
    public int batchTokens() {
        return config.batchTokens();
    }

    @Override
    public Optional<Integer> maxTokens() {
        return config.maxTokens();
    }

    @Override
    public List<String> languages() {
        return config.languages();
    }

    @Override
    public Map<String, String> labels() {
        return config.labels();
    }

    @Override
    public Optional<Normalisation> normalisation() {
        return config.normalisation();
    }
}
