package simmer.model.oip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonReader;

import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/** What the embedded model reads where it was made, one text at a time: {@code parity.tsv} beside it. */
final class Parity {

    /** As wide as {@code model-onnx} keeps to: 8-bit kernels differ a little from machine to machine. */
    private static final double TOLERANCE = 0.02;
    private static final int INT8_COLUMN = 4;

    private Parity() {
    }

    static void assertReads(SentimentModel model) throws IOException {
        List<String> lines = Files.readAllLines(EmbeddedNetwork.FOLDER.resolve("parity.tsv"));
        assertThat(lines).hasSizeGreaterThan(200);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            String text = text(cells[0]);
            if (!text.isBlank()) {
                Sentiment sentiment = model.read(List.of(new Utterance(text))).getFirst();
                assertThat(sentiment.negative()).as(text).isEqualTo(value(cells, 0), within(TOLERANCE));
                assertThat(sentiment.neutral()).as(text).isEqualTo(value(cells, 1), within(TOLERANCE));
                assertThat(sentiment.positive()).as(text).isEqualTo(value(cells, 2), within(TOLERANCE));
            }
        }
    }

    private static double value(String[] cells, int label) {
        return Double.parseDouble(cells[INT8_COLUMN + label]);
    }

    private static String text(String cell) {
        try (JsonReader reader = Json.createReader(new StringReader("[" + cell + "]"))) {
            return reader.readArray().getString(0);
        }
    }
}
