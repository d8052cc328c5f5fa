package simmer.model.onnx;

import io.helidon.config.Config;

import simmer.model.djl.BatchWishes;
import simmer.model.djl.FileKind;
import simmer.model.djl.ModelFolder;
import simmer.model.djl.ModelPlan;
import simmer.spi.ModelProvider;
import simmer.spi.OptionChecks;
import simmer.spi.SentimentModel;

/** Makes the model of a folder from {@code model: {onnx: {path: models/simmer-en}}}. */
public final class OnnxModelProvider implements ModelProvider {

    private static final String KEY = "onnx";

    @Override
    public String configKey() {
        return KEY;
    }

    @Override
    public SentimentModel create(Config options, String name) {
        new OptionChecks().require(options.get(ModelFolder.KEY).exists(), ModelFolder.KEY,
                "is missing; it must name a model's folder, such as models/simmer-en").throwIfAny();
        return OnnxEngine.load(name, KEY, ModelPlan.of(OnnxModelConfig.create(options), FileKind.ending(".onnx"),
                BatchWishes.none()));
    }
}
