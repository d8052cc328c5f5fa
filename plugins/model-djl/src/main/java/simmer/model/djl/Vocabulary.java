package simmer.model.djl;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

/**
 * What a {@code tokenizer.json} can give a network to read.
 *
 * @param largestId the largest id that it gives; a network whose vocabulary is smaller belongs to another tokenizer
 * @param padId the id of the token that fills rows up, if it has one by a usual name
 */
record Vocabulary(int largestId, Optional<Integer> padId) {

    private static final List<String> PADDING = List.of("[PAD]", "<pad>");

    /** @throws simmer.spi.OptionException if the file is no tokenizer */
    static Vocabulary of(Path tokenizer) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(tokenizer));
                JsonReader reader = Json.createReader(in)) {
            JsonObject root = reader.readObject();
            JsonObject model = root.getJsonObject("model");
            if (model == null || !model.containsKey("vocab")) {
                throw ModelFolder.broken(tokenizer, "is no tokenizer: it lacks model.vocab");
            }
            Map<String, Integer> ids = ids(model.get("vocab"));
            if (root.get("added_tokens") instanceof JsonArray added) {
                added.getValuesAs(JsonObject.class)
                        .forEach(token -> ids.put(token.getString("content"), token.getInt("id")));
            }
            return new Vocabulary(ids.values().stream().mapToInt(Integer::intValue).max().orElse(-1),
                    PADDING.stream().filter(ids::containsKey).map(ids::get).findFirst());
        } catch (JsonException | IllegalStateException | ClassCastException | NullPointerException e) {
            throw ModelFolder.broken(tokenizer, "is no tokenizer: " + e.getMessage());
        } catch (IOException e) {
            throw ModelFolder.broken(tokenizer, "can't be read: " + e.getMessage());
        }
    }

    /** WordPiece and BPE map each token to its id; Unigram lists the tokens, with a figure each, in the order of their ids. */
    private static Map<String, Integer> ids(JsonValue vocabulary) {
        Map<String, Integer> ids = new HashMap<>();
        if (vocabulary instanceof JsonArray list) {
            for (int id = 0; id < list.size(); id++) {
                ids.put(list.getJsonArray(id).getString(0), id);
            }
        } else {
            vocabulary.asJsonObject().forEach((token, id) -> ids.put(token, ((JsonNumber) id).intValue()));
        }
        return ids;
    }
}
