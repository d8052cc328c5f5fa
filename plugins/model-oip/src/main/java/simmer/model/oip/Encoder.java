package simmer.model.oip;

import java.util.List;

import simmer.model.djl.ModelPlan;
import simmer.model.djl.PlainText;
import simmer.model.djl.UtteranceTokenizer;
import simmer.spi.ModelException;
import simmer.spi.Utterance;

/** From utterances to what a server gets. For use by several threads; may be native code. */
sealed interface Encoder extends AutoCloseable {

    /**
     * To be called while a {@code NativeFolder} is open.
     *
     * @throws simmer.spi.OptionException if the model's {@code tokenizer.json} can't be used
     */
    static Encoder of(InputKind kind, ModelPlan plan) {
        return switch (kind) {
            case TOKENS -> new ToTokens(UtteranceTokenizer.open(plan));
            case TEXT -> new ToText(plan.plainText(), plan.traits().maxTokens());
        };
    }

    /** @throws ModelException if the native code failed */
    Rows encode(List<Utterance> batch);

    @Override
    void close();

    /** Makes tokens. */
    record ToTokens(UtteranceTokenizer tokenizer) implements Encoder {

        @Override
        public Rows encode(List<Utterance> batch) {
            return new Rows.Tokens(tokenizer.encode(batch));
        }

        @Override
        public void close() {
            tokenizer.close();
        }
    }

    /** Leaves that to the server, and cuts only what can't count. */
    record ToText(PlainText plainText, int maxTokens) implements Encoder {

        @Override
        public Rows encode(List<Utterance> batch) {
            return new Rows.Texts(batch.stream().map(plainText::of).toList(), maxTokens);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
