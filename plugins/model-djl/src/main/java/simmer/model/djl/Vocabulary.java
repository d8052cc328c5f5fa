package simmer.model.djl;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

/** What a {@code tokenizer.json} can give a network to read. */
final class Vocabulary {

    private Vocabulary() {
    }

    /**
     * The largest id that a tokenizer can give; a network whose vocabulary is smaller belongs to another tokenizer.
     *
     * @throws simmer.spi.OptionException if the file is no tokenizer
     */
    static int largestId(Path tokenizer) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(tokenizer));
                JsonReader reader = Json.createReader(in)) {
            JsonObject root = reader.readObject();
            int added = root.get("added_tokens") instanceof JsonArray tokens
                    ? tokens.stream().mapToInt(token -> token.asJsonObject().getInt("id")).max().orElse(-1)
                    : -1;
            JsonObject model = root.getJsonObject("model");
            if (model == null || !model.containsKey("vocab")) {
                throw ModelFolder.broken(tokenizer, "is no tokenizer: it lacks model.vocab");
            }
            return Math.max(added, largestOf(model.get("vocab")));
        } catch (JsonException | IllegalStateException | ClassCastException | NullPointerException e) {
            throw ModelFolder.broken(tokenizer, "is no tokenizer: " + e.getMessage());
        } catch (IOException e) {
            throw ModelFolder.broken(tokenizer, "can't be read: " + e.getMessage());
        }
    }

    /** WordPiece and BPE map each token to its id; Unigram lists the tokens in the order of their ids. */
    private static int largestOf(JsonValue vocabulary) {
        return vocabulary instanceof JsonArray list
                ? list.size() - 1
                : vocabulary.asJsonObject().values().stream().mapToInt(id -> ((JsonNumber) id).intValue()).max()
                        .orElse(-1);
    }
}
