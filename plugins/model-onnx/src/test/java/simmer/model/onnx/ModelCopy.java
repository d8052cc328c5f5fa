package simmer.model.onnx;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;

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

    /** Writes {@code config.json} anew, with something in it different. */
    ModelCopy configure(UnaryOperator<JsonObjectBuilder> change) {
        try (JsonReader reader = Json.createReader(new StringReader(Files.readString(file("config.json"))))) {
            JsonObject before = reader.readObject();
            JsonObject after = change.apply(Json.createObjectBuilder(before)).build();
            if (after.equals(before)) {
                throw new AssertionError("nothing changed in config.json");
            }
            return write("config.json", after.toString().getBytes(StandardCharsets.UTF_8));
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
