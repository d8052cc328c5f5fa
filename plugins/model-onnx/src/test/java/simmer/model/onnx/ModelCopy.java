package simmer.model.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

import simmer.spi.SentimentModel;

/** A copy of the embedded model that a test may break. */
record ModelCopy(Path folder) {

    private static final Path EMBEDDED = Path.of(System.getProperty("simmer.model"));

    /** Copies the files that a model consists of. */
    static ModelCopy in(Path folder) {
        try {
            for (String name : new String[]{"config.json", "tokenizer.json", "model.onnx"}) {
                Files.copy(EMBEDDED.resolve(name), folder.resolve(name));
            }
            return new ModelCopy(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Config yaml(String options) {
        return Config.just(ConfigSources.create(options, MediaTypes.APPLICATION_YAML));
    }

    static SentimentModel createEmbedded(String name, Config options) {
        return create(EMBEDDED, name, options);
    }

    SentimentModel create(String options) {
        return create(folder, "copy", yaml(options));
    }

    private static SentimentModel create(Path folder, String name, Config options) {
        Config path = Config.just(ConfigSources.create(Map.of("path", folder.toString())),
                ConfigSources.create(options.asMap().orElse(Map.of())));
        return new OnnxModelProvider().create(path, name);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    ModelCopy change(String name, UnaryOperator<String> change) {
        try {
            String before = Files.readString(file(name));
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new AssertionError("nothing changed in " + name);
            }
            return write(name, after.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    ModelCopy write(String name, byte[] content) {
        try {
            Files.write(file(name), content);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    ModelCopy delete(String name) {
        try {
            Files.delete(file(name));
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
