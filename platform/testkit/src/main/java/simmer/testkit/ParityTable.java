package simmer.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;

import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/**
 * {@code parity.tsv} beside the embedded model: 200 texts with the probabilities that it gave where it was made. Every
 * runtime must give them again.
 */
public final class ParityTable {

    private static final int LEAST_ROWS = 200;

    private final List<String> lines;

    private ParityTable(List<String> lines) {
        this.lines = lines;
    }

    /** Which network gave the probabilities. */
    public enum Network {
        FP32(1), INT8(4);

        private final int column;

        Network(int column) {
            this.column = column;
        }
    }

    private record Row(String text, double negative, double neutral, double positive) {

        static Row parse(String line, int column) {
            String[] cells = line.split("\t", -1);
            try (JsonReader reader = Json.createReader(new StringReader("[" + cells[0] + "]"))) {
                return new Row(((JsonString) reader.readArray().getFirst()).getString(), Double.parseDouble(cells[column]),
                        Double.parseDouble(cells[column + 1]), Double.parseDouble(cells[column + 2]));
            }
        }
    }

    /** @param model the embedded model's folder */
    public static ParityTable of(Path model) {
        try {
            return new ParityTable(Files.readAllLines(model.resolve("parity.tsv")).stream().skip(1).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails if a probability lies further away than the tolerance. */
    public void assertRead(SentimentModel model, Network network, double tolerance) {
        assertThat(lines).hasSizeGreaterThanOrEqualTo(LEAST_ROWS);
        for (String line : lines) {
            Row row = Row.parse(line, network.column);
            if (!row.text().isBlank()) {
                Sentiment sentiment = model.read(List.of(new Utterance(row.text()))).getFirst();
                assertThat(sentiment.negative()).as(row.text()).isEqualTo(row.negative(), within(tolerance));
                assertThat(sentiment.neutral()).as(row.text()).isEqualTo(row.neutral(), within(tolerance));
                assertThat(sentiment.positive()).as(row.text()).isEqualTo(row.positive(), within(tolerance));
            }
        }
    }
}
