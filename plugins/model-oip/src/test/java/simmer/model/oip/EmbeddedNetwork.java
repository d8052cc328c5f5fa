package simmer.model.oip;

import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;

/** The embedded model's network, as a server would run it. For use by any number of threads. */
final class EmbeddedNetwork implements AutoCloseable {

    static final Path FOLDER = Path.of(System.getProperty("simmer.model", ""));

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    EmbeddedNetwork() {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = environment.createSession(FOLDER.resolve("model.onnx").toString(), options);
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Reads rows.
     *
     * @param inputs the values of each input, row by row
     * @param rows how many
     * @return a row of logits each
     */
    float[][] logits(Map<String, long[]> inputs, int rows) {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (String input : session.getInputNames()) {
                long[] values = Objects.requireNonNull(inputs.get(input), input);
                tensors.put(input, OnnxTensor.createTensor(environment, LongBuffer.wrap(values),
                        new long[]{rows, values.length / rows}));
            }
            try (Result result = session.run(tensors)) {
                return (float[][]) result.get(0).getValue();
            }
        } catch (OrtException e) {
            throw new AssertionError(e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }
}
