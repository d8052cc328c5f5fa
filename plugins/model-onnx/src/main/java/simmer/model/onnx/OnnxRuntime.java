package simmer.model.onnx;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;

import simmer.model.djl.DjlSentimentModel;
import simmer.model.djl.ModelPlan;
import simmer.model.djl.NativeFolder;
import simmer.spi.SentimentModel;

/** ONNX Runtime as DJL's engine, on the CPU. */
final class OnnxRuntime {

    private static final String ENGINE = "OnnxRuntime";

    /** One inference, one thread: with all cores busy this reads most, and the caller's threads are the only ones. */
    private static final Map<String, String> ONE_THREAD = Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1",
            "executionMode", "SEQUENTIAL");

    private OnnxRuntime() {
    }

    /** @throws simmer.spi.OptionException if the model can't be used */
    static SentimentModel load(String name, String type, ModelPlan plan) {
        // Both are read again and again, so they stay set: no second engine for what this one can't, no threads it shares.
        System.setProperty("ai.djl.onnx.disable_alternative", "true");
        System.setProperty("ai.djl.onnxruntime.num_threads", "1");
        System.setProperty("ai.djl.onnxruntime.num_interop_threads", "1");
        try (NativeFolder _ = NativeFolder.open()) {
            Model network = network(plan);
            List<String> inputs = network.getBlock().describeInput().keys();
            return DjlSentimentModel.open(name, type, plan, network, inputs);
        }
    }

    private static Model network(ModelPlan plan) {
        Model network = Model.newInstance(plan.folder().network().getFileName().toString(), Device.cpu(), ENGINE);
        try {
            network.load(plan.folder().network().getParent(), plan.folder().network().getFileName().toString(),
                    ONE_THREAD);
            return network;
        } catch (IOException | MalformedModelException | RuntimeException e) {
            network.close();
            throw plan.folder().unreadable(e);
        }
    }
}
