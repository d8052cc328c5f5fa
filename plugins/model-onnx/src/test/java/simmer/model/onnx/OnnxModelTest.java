package simmer.model.onnx;

import java.nio.file.Path;
import java.util.Map;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

import simmer.spi.SentimentModel;
import simmer.testkit.ModelContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OnnxModelTest extends ModelContract {

    private final SentimentModel model = new OnnxModelProvider().create(
            Config.just(ConfigSources.create(Map.of("path", Path.of(System.getProperty("simmer.model")).toString()))),
            "test");

    @Override
    protected SentimentModel model() {
        return model;
    }

    @Override
    protected double batchTolerance() {
        return 0.02;
    }

    @AfterAll
    void close() {
        model.close();
    }
}
