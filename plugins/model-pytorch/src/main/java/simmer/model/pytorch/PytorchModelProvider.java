package simmer.model.pytorch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.helidon.config.Config;

import simmer.model.djl.BatchWishes;
import simmer.model.djl.ModelFolder;
import simmer.model.djl.ModelPlan;
import simmer.spi.ModelProvider;
import simmer.spi.OptionChecks;
import simmer.spi.OptionException;
import simmer.spi.OptionProblem;
import simmer.spi.SentimentModel;

/** Makes the model of a folder from {@code model: {pytorch: {path: models/my-model}}}. */
public final class PytorchModelProvider implements ModelProvider {

    private static final String KEY = "pytorch";

    @Override
    public String configKey() {
        return KEY;
    }

    @Override
    public SentimentModel create(Config options, String name) {
        new OptionChecks().require(options.get(ModelFolder.KEY).exists(), ModelFolder.KEY,
                "is missing; it must name a model's folder, with a TorchScript file model.pt").throwIfAny();
        PytorchModelConfig config = PytorchModelConfig.create(options);
        List<OptionProblem> problems = new ArrayList<>();
        Optional<ModelPlan> plan = part(problems, () -> ModelPlan.of(config, config.precision().file(),
                new BatchWishes(config.linger(), config.lengthBuckets())));
        Optional<Hardware> hardware = part(problems, () -> Hardware.find(config.device(), config.libtorch(),
                System.getenv(), () -> CudaDriver.ask(CudaDriver.LIBRARY)));
        if (plan.isEmpty() || hardware.isEmpty()) {
            throw new OptionException(problems);
        }
        return PytorchEngine.load(name, KEY, plan.get(), hardware.get(), config.precision());
    }

    private static <T> Optional<T> part(List<OptionProblem> problems, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (OptionException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }
}
