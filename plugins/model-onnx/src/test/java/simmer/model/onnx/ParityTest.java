package simmer.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.helidon.config.Config;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/** The embedded model reads here what it read where it was made: {@code parity.tsv} beside it holds 200 texts. */
final class ParityTest {

    private static final double INT8_TOLERANCE = 0.02;
    private static final double FP32_TOLERANCE = 1e-4;
    private static final int FP32_COLUMN = 1;
    private static final int INT8_COLUMN = 4;

    private static final Path EMBEDDED = Path.of(System.getProperty("simmer.model", ""));

    @TempDir
    private Path folder = Path.of("set by JUnit");

    /** A line of the table. */
    private record Row(String text, double negative, double neutral, double positive) {

        static Row parse(String line, int column) {
            String[] cells = line.split("\t", -1);
            try (JsonReader reader = Json.createReader(new StringReader("[" + cells[0] + "]"))) {
                return new Row(((JsonString) reader.readArray().getFirst()).getString(), Double.parseDouble(cells[column]),
                        Double.parseDouble(cells[column + 1]), Double.parseDouble(cells[column + 2]));
            }
        }
    }

    private static List<Row> rows(int column) throws IOException {
        List<String> lines = Files.readAllLines(EMBEDDED.resolve("parity.tsv"));
        return lines.stream().skip(1).map(line -> Row.parse(line, column)).toList();
    }

    private static void assertReads(SentimentModel model, List<Row> rows, double tolerance) {
        assertThat(rows).hasSizeGreaterThanOrEqualTo(200);
        for (Row row : rows) {
            if (!row.text().isBlank()) {
                Sentiment sentiment = model.read(List.of(new Utterance(row.text()))).getFirst();
                assertThat(sentiment.negative()).as(row.text()).isEqualTo(row.negative(), within(tolerance));
                assertThat(sentiment.neutral()).as(row.text()).isEqualTo(row.neutral(), within(tolerance));
                assertThat(sentiment.positive()).as(row.text()).isEqualTo(row.positive(), within(tolerance));
            }
        }
    }

    @Test
    void theShippedFileReadsAsItDidWhereItWasMade() throws IOException {
        try (SentimentModel model = ModelCopy.createEmbedded("int8", Config.empty())) {
            assertReads(model, rows(INT8_COLUMN), INT8_TOLERANCE);
        }
    }

    /** The fp32 graph is not shipped: {@code -Dsimmer.fp32=FILE} names one that the recipe made. */
    @Test
    @EnabledIfSystemProperty(named = "simmer.fp32", matches = ".+")
    void theGraphBeforeQuantisationReadsTheSame() throws IOException {
        byte[] graph = Files.readAllBytes(Path.of(System.getProperty("simmer.fp32")));
        try (SentimentModel model = ModelCopy.in(folder).write("model.onnx", graph).create("{}")) {
            assertReads(model, rows(FP32_COLUMN), FP32_TOLERANCE);
        }
    }
}
