package simmer.model.oip;

import java.util.List;

import jakarta.json.stream.JsonGenerator;

import simmer.model.djl.TokenBatch;

/** Utterances, ready to be sent. Immutable. */
sealed interface Rows {

    /** How many. */
    int size();

    /** Tokens of a row, as far as can be told. */
    int tokens(int row);

    /** Writes the values of an input's {@code shape} and {@code data}. */
    void write(Tensor input, JsonGenerator json);

    /** Tokens, made here. */
    record Tokens(TokenBatch batch) implements Rows {

        @Override
        public int size() {
            return batch.size();
        }

        @Override
        public int tokens(int row) {
            return batch.tokens(row);
        }

        @Override
        public void write(Tensor input, JsonGenerator json) {
            json.writeStartArray("shape").write(batch.size()).write(batch.width()).writeEnd();
            json.writeStartArray("data");
            for (long value : batch.values(input.name())) {
                json.write(value);
            }
            json.writeEnd();
        }
    }

    /**
     * Words.
     *
     * @param maxTokens as many as can count
     */
    record Texts(List<String> texts, int maxTokens) implements Rows {

        /** An English token has about four characters. */
        private static final int CHARACTERS_A_TOKEN = 4;
        private static final int SPECIAL_TOKENS = 2;

        public Texts {
            texts = List.copyOf(texts);
        }

        @Override
        public int size() {
            return texts.size();
        }

        @Override
        public int tokens(int row) {
            return Math.min(maxTokens, SPECIAL_TOKENS + texts.get(row).length() / CHARACTERS_A_TOKEN);
        }

        @Override
        public void write(Tensor input, JsonGenerator json) {
            json.writeStartArray("shape").write(texts.size());
            if (input.shape().size() == 2) {
                json.write(1);
            }
            json.writeEnd().writeStartArray("data");
            texts.forEach(json::write);
            json.writeEnd();
        }
    }
}
