package simmer.model.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import simmer.spi.Batches;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;
import simmer.testkit.ModelContract;

/** A network that counts words, run by libtorch on the CPU. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PytorchModelTest extends ModelContract {

    private static final String ANGRY = "the worst bot, I hate it";

    private final Path folder;
    private final SentimentModel model;

    PytorchModelTest(@TempDir Path folder) {
        this.folder = folder;
        model = TinyModel.in(folder).create("max-batch: 8");
    }

    @AfterAll
    void close() {
        model.close();
    }

    @Override
    protected SentimentModel model() {
        return model;
    }

    @Override
    protected double batchTolerance() {
        return 1e-6;
    }

    @Test
    void logitsBecomeProbabilities() {
        // Two words of 2 each for negative; each token adds a quarter to neutral.
        Sentiment sentiment = read(model, ANGRY);
        double negative = Math.exp(4);
        double neutral = Math.exp(sentiment.tokens() * 0.25);
        assertThat(sentiment.negative()).isEqualTo(negative / (negative + neutral + 1), within(1e-6));
    }

    @Test
    void itBearsItsNameAndTheKeyOfItsPlugin() {
        assertThat(model.name()).isEqualTo("test");
        assertThat(model.type()).isEqualTo("pytorch");
    }

    @Test
    void theHostIsToldHowBatchesAreLiked() {
        try (SentimentModel other = TinyModel.create(folder, """
                {threads: 2, max-batch: 32, batch-tokens: 4096, linger: PT0.001S, length-buckets: [16, 32, 64, 128]}""")) {
            assertThat(other.traits().batches()).isEqualTo(new Batches(32, 4096, Duration.ofMillis(1)));
            assertThat(other.traits().threads()).isEqualTo(2);
        }
    }

    @Test
    void fillingUpToALengthChangesNoReading() {
        try (SentimentModel bucketed = TinyModel.create(folder, "length-buckets: [16, 64]")) {
            for (String text : List.of("ok", ANGRY, "word ".repeat(30), "word ".repeat(200))) {
                assertThat(read(bucketed, text)).as(text).isEqualTo(read(model, text));
            }
        }
    }

    @Test
    void eachPrecisionHasAFileOfItsOwn() {
        TinyModel tiny = new TinyModel(folder).write("model-fp16.pt", TinyModel.network(Precision.FP16))
                .write("model-bf16.pt", TinyModel.network(Precision.BF16));
        for (String precision : List.of("fp16", "bf16")) {
            try (SentimentModel half = tiny.create("precision: " + precision)) {
                assertThat(read(half, ANGRY).negative()).isEqualTo(read(model, ANGRY).negative(), within(1e-2));
                assertThat(half.traits().identity()).isNotEqualTo(model.traits().identity());
            }
        }
    }

    @Test
    void theCpuIsTakenWhereAutoFindsNoGpu() {
        try (SentimentModel automatic = TinyModel.create(folder, "device: auto")) {
            assertThat(read(automatic, ANGRY)).isEqualTo(read(model, ANGRY));
        }
    }

    private static Sentiment read(SentimentModel model, String text) {
        return model.read(List.of(new Utterance(text))).getFirst();
    }
}
