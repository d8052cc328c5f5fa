package simmer.benchmarks.strategies;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import simmer.spi.Turn;
import simmer.spi.Utterance;

/** Reads rated dialogues: a JSON object a line, {@code {"turns": [{"role": "user", "text": "…", "RATING": [3, 2, 3]}]}}. */
final class Corpus {

    private Corpus() {
    }

    /**
     * @param rating the key of the raters' numbers: {@code frustration} or {@code satisfaction}
     * @throws UncheckedIOException if the file can't be read
     * @throws IllegalArgumentException if a customer's turn has no rating
     */
    static List<Dialogue> read(Path file, String rating, Readings readings) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> dialogue(line, rating, readings)).filter(dialogue -> !dialogue.turns().isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    private static Dialogue dialogue(String line, String rating, Readings readings) {
        List<Turn> turns = new ArrayList<>();
        List<Double> ratings = new ArrayList<>();
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            for (JsonObject turn : reader.readObject().getJsonArray("turns").getValuesAs(JsonObject.class)) {
                if (turn.getString("role").equals("user")) {
                    Utterance utterance = new Utterance(turn.getString("text"));
                    turns.add(new Turn(utterance, readings.of(utterance)));
                    ratings.add(turn.getJsonArray(rating).getValuesAs(JsonNumber.class).stream()
                            .mapToDouble(JsonNumber::doubleValue).average()
                            .orElseThrow(() -> new IllegalArgumentException("a turn has no " + rating)));
                }
            }
        }
        return new Dialogue(List.copyOf(turns), List.copyOf(ratings));
    }
}
