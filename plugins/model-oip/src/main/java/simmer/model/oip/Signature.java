package simmer.model.oip;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.json.JsonObject;

import simmer.model.djl.ModelPlan;

/**
 * What a server's model takes and puts out, as far as it fits ours.
 *
 * @param inputs in the server's order
 * @param output the logits
 */
record Signature(List<Tensor> inputs, Tensor output) {

    private static final String IDS = "input_ids";
    private static final Set<String> MADE_FROM_TEXT = Set.of(IDS, "attention_mask", "token_type_ids");
    private static final Set<String> WHOLE_NUMBERS = Set.of("INT64", "INT32");
    private static final Set<String> FLOATS = Set.of("FP32", "FP64");
    private static final String LOGITS = "logits";
    private static final long OPEN = -1;

    Signature {
        inputs = List.copyOf(inputs);
    }

    /**
     * Compares a model's metadata with what is sent to it and read from it.
     *
     * @param maxBatch most rows of a call
     * @throws UnfitException if they don't fit
     * @throws CallException if these are no metadata
     */
    static Signature of(JsonObject metadata, InputKind kind, int maxBatch) {
        List<Tensor> inputs = Tensor.list(metadata, "inputs");
        switch (kind) {
            case TOKENS -> requireTokens(inputs, maxBatch);
            case TEXT -> requireText(inputs, maxBatch);
        }
        return new Signature(inputs, output(Tensor.list(metadata, "outputs")));
    }

    private static void requireTokens(List<Tensor> inputs, int maxBatch) {
        for (Tensor input : inputs) {
            require(MADE_FROM_TEXT.contains(input.name()), "asks for an input " + input
                    + "; known are input_ids, attention_mask and token_type_ids"
                    + (input.datatype().equals("BYTES") ? " (for words, set 'input: text')" : ""));
            require(WHOLE_NUMBERS.contains(input.datatype()) && input.shape().size() == 2 && holds(input, maxBatch)
                    && input.shape().getLast() == OPEN,
                    "takes an input " + input
                            + ", must be INT64 or INT32 [-1, -1], rows of any number of tokens" + rows(maxBatch));
        }
        require(inputs.stream().anyMatch(input -> input.name().equals(IDS)), "has no input " + IDS + ", but "
                + names(inputs));
    }

    private static void requireText(List<Tensor> inputs, int maxBatch) {
        require(inputs.size() == 1, "takes " + inputs.size() + " inputs, must be one of BYTES: " + names(inputs));
        Tensor input = inputs.getFirst();
        int rank = input.shape().size();
        require(input.datatype().equals("BYTES") && (rank == 1 || (rank == 2 && Math.abs(input.shape().getLast()) == 1))
                && holds(input, maxBatch),
                "takes an input " + input + ", must be BYTES [-1] or [-1, 1], a text a row"
                        + rows(maxBatch));
    }

    private static boolean holds(Tensor tensor, int rows) {
        long most = tensor.shape().getFirst();
        return most == OPEN || (most == 1 && rows == 1);
    }

    private static String rows(int maxBatch) {
        return maxBatch == 1 ? "" : "; a model that takes one row needs 'max-batch: 1'";
    }

    private static Tensor output(List<Tensor> outputs) {
        Tensor output = outputs.stream().filter(tensor -> tensor.name().equals(LOGITS)).findFirst()
                .orElseGet(() -> only(outputs));
        long labels = output.shape().isEmpty() ? 0 : output.shape().getLast();
        require(FLOATS.contains(output.datatype()) && output.shape().size() == 2
                && (labels == OPEN || labels == ModelPlan.LABELS),
                "puts out " + output + ", must be FP32 or FP64 [-1, "
                        + ModelPlan.LABELS + "], a logit for each label");
        return output;
    }

    private static Tensor only(List<Tensor> outputs) {
        require(outputs.size() == 1, "has " + outputs.size() + " outputs, none of them named " + LOGITS);
        return outputs.getFirst();
    }

    private static String names(List<Tensor> tensors) {
        return tensors.isEmpty() ? "none" : tensors.stream().map(Tensor::toString).collect(Collectors.joining(", "));
    }

    private static void require(boolean fits, String sentence) {
        if (!fits) {
            throw new UnfitException(sentence);
        }
    }
}
