package simmer.model.djl;

import java.util.Arrays;
import java.util.List;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import simmer.spi.ModelException;

/** Utterances as rows of tokens, filled up at their ends to the longest row. Immutable. */
public final class TokenBatch {

    private final List<Encoding> rows;
    private final int padId;
    private final int width;

    /** @param padId the token that fills rows up; the network is told to look away */
    TokenBatch(List<Encoding> rows, int padId) {
        this.rows = rows;
        this.padId = padId;
        width = rows.stream().mapToInt(TokenBatch::tokens).max().orElseThrow();
    }

    /** How many rows. */
    public int size() {
        return rows.size();
    }

    /** Tokens of each row, padding included. */
    public int width() {
        return width;
    }

    /** Tokens of a row, padding left out. */
    public int tokens(int row) {
        return tokens(rows.get(row));
    }

    /** A row for which the tokenizer has nothing holds one padding token that counts, for a network needs something. */
    private static int tokens(Encoding row) {
        return Math.max(1, row.getIds().length);
    }

    /**
     * The arrays that a network asks for, each [rows, width] of int64.
     *
     * @param manager frees them
     * @throws ModelException if it asks for an input that isn't made from text
     */
    NDList arrays(NDManager manager, List<String> inputs) {
        NDList arrays = new NDList(inputs.size());
        for (String input : inputs) {
            NDArray array = manager.create(values(input), new Shape(size(), width));
            array.setName(input);
            arrays.add(array);
        }
        return arrays;
    }

    /**
     * What a network gets as an input, row by row, each {@link #width()} long.
     *
     * @throws ModelException if the input isn't made from text
     */
    public long[] values(String input) {
        return switch (input) {
            case "input_ids" -> filled(padId, Encoding::getIds);
            case "attention_mask" -> attentionMask();
            case "token_type_ids" -> filled(0, Encoding::getTypeIds);
            default -> throw new ModelException("the model asks for an input '" + input
                    + "'; known are input_ids, attention_mask and token_type_ids");
        };
    }

    private long[] filled(long filling, Column column) {
        long[] values = new long[size() * width];
        Arrays.fill(values, filling);
        for (int row = 0; row < size(); row++) {
            long[] tokens = column.of(rows.get(row));
            System.arraycopy(tokens, 0, values, row * width, tokens.length);
        }
        return values;
    }

    private long[] attentionMask() {
        long[] mask = new long[size() * width];
        for (int row = 0; row < size(); row++) {
            Arrays.fill(mask, row * width, row * width + tokens(row), 1);
        }
        return mask;
    }

    @FunctionalInterface
    private interface Column {
        long[] of(Encoding row);
    }
}
