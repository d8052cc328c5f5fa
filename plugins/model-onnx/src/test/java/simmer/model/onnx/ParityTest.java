package simmer.model.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.helidon.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import simmer.spi.SentimentModel;
import simmer.testkit.ParityTable;
import simmer.testkit.ParityTable.Network;

/** The embedded model reads here what it read where it was made. */
final class ParityTest {

    private static final double INT8_TOLERANCE = 0.02;
    private static final double FP32_TOLERANCE = 1e-4;

    private static final ParityTable TABLE = ParityTable.of(Path.of(System.getProperty("simmer.model")));

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void theShippedFileReadsAsItDidWhereItWasMade() {
        try (SentimentModel model = ModelCopy.createEmbedded("int8", Config.empty())) {
            TABLE.assertRead(model, Network.INT8, INT8_TOLERANCE);
        }
    }

    /** The fp32 graph is not shipped: {@code -Dsimmer.fp32=FILE} names one that the recipe made. */
    @Test
    @EnabledIfSystemProperty(named = "simmer.fp32", matches = ".+")
    void theGraphBeforeQuantisationReadsTheSame() throws IOException {
        byte[] graph = Files.readAllBytes(Path.of(System.getProperty("simmer.fp32")));
        try (SentimentModel model = ModelCopy.in(folder).write("model.onnx", graph).create("{}")) {
            TABLE.assertRead(model, Network.FP32, FP32_TOLERANCE);
        }
    }
}
