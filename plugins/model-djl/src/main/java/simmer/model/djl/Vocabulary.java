package simmer.model.djl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;

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
        try (InputStream in = Files.newInputStream(tokenizer); JsonParser parser = Json.createParser(in)) {
            return new Tokens(parser).read()
                    .orElseThrow(() -> ModelFolder.broken(tokenizer, "is no tokenizer: it lacks model.vocab"));
        } catch (JsonException | IllegalStateException | NoSuchElementException e) {
            throw ModelFolder.broken(tokenizer, "is no tokenizer: " + e.getMessage());
        } catch (IOException e) {
            throw ModelFolder.broken(tokenizer, "can't be read: " + e.getMessage());
        }
    }

    /** Goes through the file once and keeps none of it: a vocabulary has some ten thousand tokens, and every start waits. */
    private static final class Tokens {

        private final JsonParser parser;
        private final Map<String, Integer> padding = new HashMap<>();
        private int largest = -1;
        private boolean found;

        Tokens(JsonParser parser) {
            this.parser = parser;
        }

        /** @return absent if there is no vocabulary */
        Optional<Vocabulary> read() {
            enter(Event.START_OBJECT);
            while (parser.next() == Event.KEY_NAME) {
                switch (parser.getString()) {
                    case "model" -> model();
                    case "added_tokens" -> added();
                    default -> skip(parser.next());
                }
            }
            return found
                    ? Optional.of(new Vocabulary(largest,
                            PADDING.stream().filter(padding::containsKey).map(padding::get).findFirst()))
                    : Optional.empty();
        }

        private void model() {
            if (parser.next() != Event.START_OBJECT) {
                return;
            }
            while (parser.next() == Event.KEY_NAME) {
                if (parser.getString().equals("vocab")) {
                    found = true;
                    vocabulary(parser.next());
                } else {
                    skip(parser.next());
                }
            }
        }

        /**
         * WordPiece and BPE map each token to its id; Unigram lists the tokens, with a figure each, in the order of their
         * ids.
         */
        private void vocabulary(Event begin) {
            if (begin == Event.START_ARRAY) {
                for (int id = 0; parser.next() == Event.START_ARRAY; id++) {
                    parser.next();
                    take(parser.getString(), id);
                    parser.skipArray();
                }
            } else if (begin == Event.START_OBJECT) {
                while (parser.next() == Event.KEY_NAME) {
                    String token = parser.getString();
                    parser.next();
                    take(token, parser.getInt());
                }
            } else {
                throw new IllegalStateException("model.vocab is neither an object nor a list");
            }
        }

        private void added() {
            if (parser.next() != Event.START_ARRAY) {
                return;
            }
            while (parser.next() == Event.START_OBJECT) {
                JsonObject token = parser.getObject();
                if (token.get("content") instanceof JsonString content && token.get("id") instanceof JsonNumber id) {
                    take(content.getString(), id.intValue());
                } else {
                    throw new IllegalStateException("an added token lacks its content or its id");
                }
            }
        }

        private void take(String token, int id) {
            largest = Math.max(largest, id);
            if (PADDING.contains(token)) {
                padding.put(token, id);
            }
        }

        private void enter(Event begin) {
            if (parser.next() != begin) {
                throw new IllegalStateException("it holds no JSON object");
            }
        }

        private void skip(Event begin) {
            switch (begin) {
                case START_OBJECT -> parser.skipObject();
                case START_ARRAY -> parser.skipArray();
                default -> {
                    // A plain value has been passed already.
                }
            }
        }
    }
}
