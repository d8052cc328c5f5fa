package simmer.model.pytorch;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import simmer.spi.SentimentModel;

/** A model's folder that a test may break: the embedded model's tokenizer, and a network that counts words. */
record TinyModel(Path folder) {

    private static final Path TOKENIZER = Path.of(System.getProperty("simmer.model"), "tokenizer.json");
    private static final Path LIBTORCH = Path.of(System.getProperty("simmer.libtorch"));
    private static final int TOKENS = 25_086;
    private static final String CONFIG = """
            {"model_type": "bert", "vocab_size": %d, "max_position_embeddings": 512, "pad_token_id": 0,
             "id2label": {"0": "negative", "1": "neutral", "2": "positive"},
             "simmer": {"languages": ["en"], "max_tokens": 128}}""".formatted(TOKENS);

    private static final Map<Integer, List<String>> WORDS = Map.of(
            0, List.of("worst", "furious", "hate", "useless"), 2, List.of("thank", "wonderful", "love"));

    static TinyModel in(Path folder) {
        try {
            Files.copy(TOKENIZER, folder.resolve("tokenizer.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TinyModel(folder).write("config.json", CONFIG).write("model.pt", network(Precision.FP32));
    }

    /** Each word of a mood adds 2 to its logit, each other token 0.25 to that of neutral. */
    static byte[] network(Precision precision) {
        float[] rows = new float[3 * TOKENS];
        for (int token = 0; token < TOKENS; token++) {
            rows[3 * token + 1] = 0.25f;
        }
        JsonObject ids = vocabulary();
        WORDS.forEach((label, words) -> words.forEach(word -> rows[3 * ids.getInt(word) + label] = 2));
        return TinyTorchScript.bagOfWords(TOKENS, rows, precision);
    }

    private static JsonObject vocabulary() {
        try (JsonReader reader = Json.createReader(new StringReader(Files.readString(TOKENIZER)))) {
            return reader.readObject().getJsonObject("model").getJsonObject("vocab");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TinyModel write(String file, String content) {
        return write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    TinyModel write(String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes some of {@code config.json}. */
    TinyModel configure(String before, String after) {
        if (!CONFIG.contains(before)) {
            throw new AssertionError("nothing to change");
        }
        return write("config.json", CONFIG.replace(before, after));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    SentimentModel create(String options) {
        return create(folder, options);
    }

    /** The model of any folder, on the libtorch that the build unpacked. */
    static SentimentModel create(Path folder, String options) {
        Config given = Config.just(ConfigSources.create(options, MediaTypes.APPLICATION_YAML));
        Config config = Config.just(ConfigSources.create(given.asMap().orElse(Map.of())),
                ConfigSources.create(Map.of("path", folder.toString(), "libtorch", LIBTORCH.toString())));
        return new PytorchModelProvider().create(config, "test");
    }
}
