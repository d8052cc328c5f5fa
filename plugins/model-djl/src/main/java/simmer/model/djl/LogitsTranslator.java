package simmer.model.djl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;

import simmer.spi.ModelException;

/**
 * Tokens in, a row of logits out for each utterance. It fills the arrays and reads them itself: DJL's own translator
 * stacks arrays and computes softmax with an engine's operators, which ONNX Runtime lacks.
 */
final class LogitsTranslator implements NoBatchifyTranslator<TokenBatch, List<float[]>> {

    private static final String LOGITS = "logits";
    private static final String SIZE = "rows";

    private final List<String> inputs;

    /** @param inputs the network's inputs, in its order */
    LogitsTranslator(List<String> inputs) {
        this.inputs = List.copyOf(inputs);
    }

    @Override
    public NDList processInput(TranslatorContext context, TokenBatch batch) {
        context.setAttachment(SIZE, batch.size());
        return batch.arrays(context.getNDManager(), inputs);
    }

    @Override
    public List<float[]> processOutput(TranslatorContext context, NDList outputs) {
        NDArray logits = logits(outputs);
        int rows = (Integer) context.getAttachment(SIZE);
        Shape expected = new Shape(rows, Labels.COUNT);
        if (!logits.getShape().equals(expected) || logits.getDataType() != DataType.FLOAT32) {
            throw new ModelException("the model put out " + logits.getDataType() + " of shape " + logits.getShape()
                    + ", must be float32 of shape " + expected + ", a logit for each label");
        }
        float[] values = logits.toFloatArray();
        List<float[]> perRow = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            perRow.add(Arrays.copyOfRange(values, row * Labels.COUNT, (row + 1) * Labels.COUNT));
        }
        return perRow;
    }

    private static NDArray logits(NDList outputs) {
        NDArray named = outputs.get(LOGITS);
        if (named != null) {
            return named;
        }
        if (outputs.size() != 1) {
            throw new ModelException("the model has " + outputs.size() + " outputs, none of them named " + LOGITS);
        }
        return outputs.head();
    }
}
