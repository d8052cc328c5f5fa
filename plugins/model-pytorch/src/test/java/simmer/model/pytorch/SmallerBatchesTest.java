package simmer.model.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import simmer.spi.ModelException;
import simmer.spi.ModelTraits;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/** A GPU with too little memory for a batch gets halves of it, once. */
final class SmallerBatchesTest {

    private final List<Integer> sizes = new ArrayList<>();

    @Test
    void aBatchThatFitsIsReadWhole() {
        assertThat(read(8, 8)).hasSize(8);
        assertThat(sizes).containsExactly(8);
    }

    @Test
    void aBatchThatDoesNotFitIsReadInHalvesInItsOrder() {
        assertThat(read(4, 7)).extracting(Sentiment::tokens).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(sizes).containsExactly(7, 3, 4);
    }

    @Test
    void halvesThatDoNotFitFail() {
        assertThatExceptionOfType(ModelException.class).isThrownBy(() -> read(2, 8)).withMessageContaining("out of memory");
        assertThat(sizes).containsExactly(8, 4);
    }

    @Test
    void aSingleUtteranceThatDoesNotFitFailsAtOnce() {
        assertThatExceptionOfType(ModelException.class).isThrownBy(() -> read(0, 1));
        assertThat(sizes).containsExactly(1);
    }

    @Test
    void whatElseFailsIsNotTriedAgain() {
        SmallerBatches model = new SmallerBatches(new Gpu(8, "the engine failed: device-side assert triggered"));
        assertThatExceptionOfType(ModelException.class).isThrownBy(() -> model.read(utterances(9)));
        assertThat(sizes).containsExactly(9);
    }

    private List<Sentiment> read(int memory, int utterances) {
        return new SmallerBatches(new Gpu(memory, "the engine failed: CUDA out of memory. Tried to allocate 2.00 GiB"))
                .read(utterances(utterances));
    }

    private static List<Utterance> utterances(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> new Utterance("x".repeat(i))).toList();
    }

    /** Has memory for so many utterances, and tells each one's length as its tokens. */
    private final class Gpu implements SentimentModel {

        private final int memory;
        private final String failure;

        Gpu(int memory, String failure) {
            this.memory = memory;
            this.failure = failure;
        }

        @Override
        public List<Sentiment> read(List<Utterance> batch) {
            sizes.add(batch.size());
            if (batch.size() > memory) {
                throw new ModelException(failure);
            }
            return batch.stream().map(utterance -> new Sentiment(1, 0, 0, utterance.text().length())).toList();
        }

        @Override
        public ModelTraits traits() {
            return new ModelTraits(1, 64, 128, Set.of());
        }

        @Override
        public String name() {
            return "gpu";
        }

        @Override
        public String type() {
            return "test";
        }

        @Override
        public void close() {
        }
    }
}
