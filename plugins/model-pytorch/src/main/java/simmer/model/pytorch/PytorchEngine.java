package simmer.model.pytorch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.LibUtils;

import simmer.model.djl.DjlSentimentModel;
import simmer.model.djl.EngineFailure;
import simmer.model.djl.ModelFolder;
import simmer.model.djl.ModelPlan;
import simmer.model.djl.NativeFolder;
import simmer.spi.OptionException;
import simmer.spi.SentimentModel;

/** PyTorch as DJL's engine. */
final class PytorchEngine {

    private static final String NAME = "PyTorch";

    private PytorchEngine() {
    }

    /** @throws OptionException if the model or the library can't be used */
    static SentimentModel load(String name, String type, ModelPlan plan, Hardware hardware, Precision precision) {
        // They stay set, for DJL reads them more than once. One inference, one thread: several that each want all cores
        // take four times as long. The graph optimiser would compile anew for each shape, in the middle of a webhook.
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        TorchScriptFile file = TorchScriptFile.read(plan.folder().network(), precision);
        try (NativeFolder natives = NativeFolder.open()) {
            hardware.libtorch().settings().forEach(natives::set);
            start(hardware.libtorch());
            Model network = network(plan.folder(), hardware);
            SentimentModel model = DjlSentimentModel.open(name, type, plan, network, file.inputs());
            return hardware.gpu().isPresent() ? new SmallerBatches(model) : model;
        }
    }

    /** A class loader loads one library, the first that is asked for. */
    private static void start(Libtorch libtorch) {
        try {
            Engine.getEngine(NAME);
        } catch (EngineException e) {
            throw new OptionException(Libtorch.KEY, "is " + libtorch.folder() + ", which can't be loaded: "
                    + EngineFailure.words(e));
        }
        String loaded = LibUtils.getLibtorchPath();
        if (!Path.of(loaded).equals(libtorch.folder())) {
            throw new OptionException(Libtorch.KEY, "is " + libtorch.folder() + ", but another model here has loaded "
                    + loaded + "; name the same one for both");
        }
    }

    private static Model network(ModelFolder folder, Hardware hardware) {
        String file = folder.network().getFileName().toString();
        Model network = Model.newInstance(file, hardware.device(), NAME);
        try {
            network.load(folder.network().getParent(), file, Map.of("mapLocation", "true"));
            return network;
        } catch (IOException | MalformedModelException | RuntimeException e) {
            network.close();
            throw folder.unloadable(e);
        }
    }
}
