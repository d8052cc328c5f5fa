package simmer.benchmarks.load.bare;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;

/**
 * ONNX Runtime's own Java API on Simmer's model: one thread an inference, no memory plan, as the plugin has it. Several
 * threads may use it at once.
 */
public final class BareModel implements AutoCloseable {

    private static final int MAX_TOKENS = 128;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    /** @param folder with {@code model.onnx} and {@code tokenizer.json} */
    public BareModel(Path folder) throws IOException, OrtException {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(ExecutionMode.SEQUENTIAL);
            options.setMemoryPatternOptimization(false);
            session = environment.createSession(folder.resolve("model.onnx").toString(), options);
        }
        tokenizer = HuggingFaceTokenizer.builder().optTokenizerPath(folder.resolve("tokenizer.json"))
                .optAddSpecialTokens(true).optPadding(false).optTruncation(true).optMaxLength(MAX_TOKENS).build();
    }

    long[] tokens(String text) {
        return tokenizer.encode(text).getIds();
    }

    /**
     * One inference.
     *
     * @param rows the shorter ones are padded to the longest
     * @return the first logit, so that nobody can leave the work out
     */
    float read(List<long[]> rows) {
        int width = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
        long[] ids = new long[rows.size() * width];
        long[] mask = new long[ids.length];
        for (int row = 0; row < rows.size(); row++) {
            long[] tokens = rows.get(row);
            System.arraycopy(tokens, 0, ids, row * width, tokens.length);
            Arrays.fill(mask, row * width, row * width + tokens.length, 1);
        }
        return read(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", new long[ids.length]),
                new long[]{rows.size(), width});
    }

    private float read(Map<String, long[]> inputs, long[] shape) {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (Map.Entry<String, long[]> input : inputs.entrySet()) {
                tensors.put(input.getKey(), OnnxTensor.createTensor(environment, LongBuffer.wrap(input.getValue()), shape));
            }
            try (Result result = session.run(tensors)) {
                return ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the bare model failed", e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() throws OrtException {
        tokenizer.close();
        session.close();
    }
}
