package simmer.model.onnx;

import java.io.IOException;
import java.util.Map;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;

import simmer.model.djl.DjlSentimentModel;
import simmer.model.djl.ModelFolder;
import simmer.model.djl.ModelPlan;
import simmer.model.djl.NativeFolder;
import simmer.spi.SentimentModel;

/** ONNX Runtime as DJL's engine, on the CPU. */
final class OnnxEngine {

    private static final String NAME = "OnnxRuntime";

    private OnnxEngine() {
    }

    /** @throws simmer.spi.OptionException if the model can't be used */
    static SentimentModel load(String name, String type, ModelPlan plan) {
        // They stay set, for DJL reads them more than once: no second engine for what this one can't, no shared threads.
        System.setProperty("ai.djl.onnx.disable_alternative", "true");
        System.setProperty("ai.djl.onnxruntime.num_threads", "1");
        System.setProperty("ai.djl.onnxruntime.num_interop_threads", "1");
        try (NativeFolder natives = NativeFolder.open()) {
            natives.announceShipped(OnnxEngine.class, "tokenizers", "RUST_LIBRARY_PATH", NativeFolder.Named.FILE);
            OnnxNatives.unpack(natives);
            Model network = network(plan.folder());
            return DjlSentimentModel.open(name, type, plan, network, network.describeInput().keys());
        }
    }

    private static Model network(ModelFolder folder) {
        String file = folder.network().getFileName().toString();
        Model network = Model.newInstance(file, Device.cpu(), NAME);
        try (SessionOptions options = sessionOptions()) {
            network.load(folder.network().getParent(), file, Map.of("sessionOptions", options));
            return network;
        } catch (IOException | MalformedModelException | OrtException | RuntimeException e) {
            network.close();
            throw folder.unloadable(e);
        }
    }

    private static SessionOptions sessionOptions() throws OrtException {
        SessionOptions options = new SessionOptions();
        // One inference, one thread: with all cores busy this reads most, and no threads but the caller's run.
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setExecutionMode(ExecutionMode.SEQUENTIAL);
        // A memory plan for each shape ever met only costs memory: measured, 100 MB after 300 shapes, and no time won.
        options.setMemoryPatternOptimization(false);
        return options;
    }
}
