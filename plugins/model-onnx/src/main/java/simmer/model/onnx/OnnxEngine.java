package simmer.model.onnx;

import java.io.IOException;
import java.util.Map;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;

import simmer.model.djl.DjlSentimentModel;
import simmer.model.djl.ModelFolder;
import simmer.model.djl.ModelPlan;
import simmer.model.djl.NativeFolder;
import simmer.spi.SentimentModel;

/** ONNX Runtime as DJL's engine, on the CPU. */
final class OnnxEngine {

    private static final String NAME = "OnnxRuntime";

    /** One inference, one thread: with all cores busy this reads most, and no threads but the caller's run. */
    private static final Map<String, String> ONE_THREAD = Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1",
            "executionMode", "SEQUENTIAL");

    private OnnxEngine() {
    }

    /** @throws simmer.spi.OptionException if the model can't be used */
    static SentimentModel load(String name, String type, ModelPlan plan) {
        // They stay set, for DJL reads them more than once: no second engine for what this one can't, no shared threads.
        System.setProperty("ai.djl.onnx.disable_alternative", "true");
        System.setProperty("ai.djl.onnxruntime.num_threads", "1");
        System.setProperty("ai.djl.onnxruntime.num_interop_threads", "1");
        try (NativeFolder natives = NativeFolder.open()) {
            OnnxNatives.unpack(natives);
            Model network = network(plan.folder());
            return DjlSentimentModel.open(name, type, plan, network, network.describeInput().keys());
        }
    }

    private static Model network(ModelFolder folder) {
        String file = folder.network().getFileName().toString();
        Model network = Model.newInstance(file, Device.cpu(), NAME);
        try {
            network.load(folder.network().getParent(), file, ONE_THREAD);
            return network;
        } catch (IOException | MalformedModelException | RuntimeException e) {
            network.close();
            throw folder.unloadable(e);
        }
    }
}
