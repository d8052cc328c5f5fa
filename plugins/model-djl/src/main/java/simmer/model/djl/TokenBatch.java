package simmer.model.djl;

import java.util.Arrays;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import simmer.spi.ModelException;

/** Utterances as rows of tokens, filled up at their ends to one width. Immutable. */
public final class TokenBatch {

    private final List<long[]> ids;
    private final List<long[]> types;
    private final int padId;
    private final int width;

    /**
     * @param ids of each row
     * @param types of each row, as long as its ids
     * @param padId the token that fills rows up; the network is told to look away
     * @param wishes decide the width
     */
    TokenBatch(List<long[]> ids, List<long[]> types, int padId, BatchWishes wishes) {
        this.ids = ids;
        this.types = types;
        this.padId = padId;
        width = wishes.width(ids.stream().mapToInt(TokenBatch::tokens).max().orElseThrow());
    }

    /** A single token, to see what the network makes of it. */
    static TokenBatch of(int token) {
        return new TokenBatch(List.of(new long[]{token}), List.of(new long[]{0}), token, BatchWishes.none());
    }

    /** How many rows. */
    public int size() {
        return ids.size();
    }

    /** Tokens of each row, padding included. */
    public int width() {
        return width;
    }

    /** Tokens of a row, padding left out. */
    public int tokens(int row) {
        return tokens(ids.get(row));
    }

    /** A row for which the tokenizer has nothing holds one padding token that counts, for a network needs something. */
    private static int tokens(long[] row) {
        return Math.max(1, row.length);
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
            case "input_ids" -> filled(padId, ids);
            case "attention_mask" -> attentionMask();
            case "token_type_ids" -> filled(0, types);
            default -> throw new ModelException("the model asks for an input '" + input
                    + "'; known are input_ids, attention_mask and token_type_ids");
        };
    }

    private long[] filled(long filling, List<long[]> rows) {
        long[] values = new long[size() * width];
        Arrays.fill(values, filling);
        for (int row = 0; row < size(); row++) {
            long[] tokens = rows.get(row);
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
}
