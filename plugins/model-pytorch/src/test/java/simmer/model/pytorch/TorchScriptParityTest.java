package simmer.model.pytorch;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import simmer.spi.SentimentModel;
import simmer.testkit.ModelContract;
import simmer.testkit.ParityTable;
import simmer.testkit.ParityTable.Network;

/**
 * The embedded model as TorchScript, which is not shipped: {@code -Dsimmer.torchscript=FOLDER} names what
 * {@code python -m recipe torchscript} made; {@code -Dsimmer.torchscript.options="{device: cuda, …}"} where it runs.
 */
@EnabledIfSystemProperty(named = "simmer.torchscript", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TorchScriptParityTest extends ModelContract {

    private static final double TOLERANCE = 1e-3;

    private final SentimentModel model = TinyModel.create(Path.of(System.getProperty("simmer.torchscript")),
            System.getProperty("simmer.torchscript.options", "max-batch: 8"));

    @AfterAll
    void close() {
        model.close();
    }

    @Override
    protected SentimentModel model() {
        return model;
    }

    @Override
    protected double batchTolerance() {
        return TOLERANCE;
    }

    @Test
    void itReadsWhatTheGraphForOnnxReads() {
        ParityTable.of(Path.of(System.getProperty("simmer.model"))).assertRead(model, Network.FP32, TOLERANCE);
    }
}
