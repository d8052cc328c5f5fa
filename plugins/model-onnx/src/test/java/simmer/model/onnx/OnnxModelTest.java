package simmer.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;

import io.helidon.config.Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;
import simmer.testkit.ModelContract;

/** The embedded model, as it ships. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OnnxModelTest extends ModelContract {

    private final SentimentModel model = ModelCopy.createEmbedded("test", ModelCopy.yaml("max-batch: 8"));

    @Override
    protected SentimentModel model() {
        return model;
    }

    /** Its 8-bit activations have fixed scales; what is left are sums in another order. */
    @Override
    protected double batchTolerance() {
        return 1e-5;
    }

    @AfterAll
    void close() {
        model.close();
    }

    @Test
    void whatIsCertainReadsAsWhatItIs() {
        assertThat(read("I hate this, worst support ever").negative()).isGreaterThan(0.8);
        assertThat(read("you are useless, I am so angry").negative()).isGreaterThan(0.8);
        assertThat(read("thank you so much, great service").positive()).isGreaterThan(0.8);
        assertThat(read("this is awesome, I love it").positive()).isGreaterThan(0.8);
        assertThat(read("what are your opening hours on monday").neutral()).isGreaterThan(0.8);
    }

    @Test
    void itBearsItsNameAndTheKeyOfItsPlugin() {
        assertThat(model.name()).isEqualTo("test");
        assertThat(model.type()).isEqualTo("onnx");
    }

    @Test
    void withoutOptionsItReadsOnEveryCoreAndTogetherAsTheModelAllows() {
        SentimentModel plain = ModelCopy.createEmbedded("plain", Config.empty());
        assertThat(plain.traits().maxBatch()).isEqualTo(4);
        assertThat(plain.traits().threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(plain.traits().maxTokens()).isEqualTo(128);
        assertThat(plain.traits().languages()).containsExactly("en");
        plain.close();
    }

    @Test
    void optionsWinOverTheDefaults() {
        Config options = ModelCopy.yaml("""
                threads: 3
                max-batch: 2
                max-tokens: 16
                languages: [EN, de]
                normalisation: social
                """);
        SentimentModel small = ModelCopy.createEmbedded("small", options);
        assertThat(small.traits().threads()).isEqualTo(3);
        assertThat(small.traits().maxBatch()).isEqualTo(2);
        assertThat(small.traits().maxTokens()).isEqualTo(16);
        assertThat(small.traits().languages()).isEqualTo(Set.of("en", "de"));
        assertThat(read(small, "word ".repeat(100)).tokens()).isEqualTo(16);
        assertThat(read(small, "@anna see https://example.org/a?b=c")).isEqualTo(read(small, "@user  see http"));
        small.close();
    }

    @Test
    void aModelReadsOnAfterAnotherOneWasClosed() {
        Sentiment before = read("still nothing");
        SentimentModel other = ModelCopy.createEmbedded("other", Config.empty());
        assertThat(read(other, "still nothing").negative()).isEqualTo(before.negative(), within(1e-9));
        other.close();
        assertThat(read("still nothing")).isEqualTo(before);
    }

    private Sentiment read(String text) {
        return read(model, text);
    }

    private static Sentiment read(SentimentModel model, String text) {
        return model.read(List.of(new Utterance(text))).getFirst();
    }
}
