package simmer.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.helidon.config.Config;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.spi.OptionException;
import simmer.spi.OptionProblem;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/** A model that doesn't fit ends in one sentence under {@code path}, which names the file. */
final class BrokenModelTest {

    @TempDir
    private Path folder;
    private ModelCopy copy = new ModelCopy(Path.of(""));

    @BeforeEach
    void copyTheEmbeddedModel() {
        // Without its calibration, which would bend what the tests' networks put out.
        copy = ModelCopy.in(folder).configure(config -> config.add("simmer", JsonValue.EMPTY_JSON_OBJECT));
    }

    @Test
    void permutedLabelsGiveThePermutedReading() {
        Sentiment plain = read("");
        copy.configure(config -> config.add("id2label", labels("Positive", "NEG", "neu")));
        Sentiment permuted = read("");
        // The sum of the softmax is made in another order.
        assertThat(permuted.positive()).isEqualTo(plain.negative(), within(1e-9));
        assertThat(permuted.negative()).isEqualTo(plain.neutral(), within(1e-9));
        assertThat(permuted.neutral()).isEqualTo(plain.positive(), within(1e-9));
    }

    @Test
    void bareLabelsAreReadAsTheOptionsSay() {
        Sentiment plain = read("");
        copy.configure(config -> config.add("id2label", labels("LABEL_0", "LABEL_1", "LABEL_2")));
        assertThat(read("labels: {LABEL_0: negative, LABEL_1: neutral, LABEL_2: positive}")).isEqualTo(plain);
        assertThat(problem("").toString())
                .startsWith("labels must say what LABEL_0 means, for " + copy.file("config.json") + " does not");
    }

    @Test
    void calibrationIsApplied() {
        copy.configure(config -> config.add("simmer",
                Json.createObjectBuilder().add("calibration", Json.createObjectBuilder()
                        .add("scale", Json.createArrayBuilder(List.of(1, 1, 1)))
                        .add("bias", Json.createArrayBuilder(List.of(0, 50, 0))))));
        assertThat(read("").neutral()).isGreaterThan(0.999);
    }

    @Test
    void aMissingFileIsNamed() {
        copy.delete("tokenizer.json");
        refused("is " + folder + ", where the file tokenizer.json is missing");
        copy.delete("config.json");
        refused("is " + folder + ", where the file config.json is missing");
    }

    @Test
    void theNetworkMustBeThereOnce() {
        copy.write("model_quantized.onnx", new byte[0]);
        refused("is " + folder + ", where one file *.onnx must lie, not 2: model.onnx, model_quantized.onnx; move all"
                + " but one away");
        copy.delete("model.onnx").delete("model_quantized.onnx");
        refused("is " + folder + ", where a file *.onnx is missing");
    }

    @Test
    void aHalfCopiedNetworkIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(copy.file("model.onnx"));
        copy.write("model.onnx", Arrays.copyOf(whole, whole.length / 2));
        refusedBeginning("leads to " + copy.file("model.onnx") + ", which can't be loaded: it is damaged, not whole, ");
        copy.write("model.onnx", new byte[0]);
        refusedBeginning("leads to " + copy.file("model.onnx") + ", which can't be loaded: it is damaged, not whole, ");
    }

    @Test
    void aConfigurationThatIsNoJsonIsRefused() {
        copy.write("config.json", "{\"id2label\": ".getBytes(StandardCharsets.UTF_8));
        refusedBeginning("leads to " + copy.file("config.json") + ", which holds no JSON object: ");
    }

    @Test
    void aConfigurationWithoutLabelsIsRefused() {
        copy.configure(config -> config.remove("id2label"));
        refusedBeginning("leads to " + copy.file("config.json") + ", which can't be used: id2label is missing; ");
    }

    @Test
    void aTokenizerOfALargerModelIsRefused() {
        copy.configure(config -> config.add("vocab_size", 20_000));
        assertThat(problem("").toString()).matches("path leads to \\Q" + copy.file("tokenizer.json")
                + "\\E, which belongs to another model: its tokens go up to \\d+, but the model's vocab_size is 20000");
    }

    @Test
    void aTokenizerWithOtherPaddingIsRefused() {
        copy.configure(config -> config.add("pad_token_id", 1));
        refused("leads to " + copy.file("tokenizer.json")
                + ", which belongs to another model: its padding is token 0, but the"
                + " model's pad_token_id is 1");
    }

    @Test
    void aTokenizerThatKnowsMoreThanTheNetworkIsRefusedWhateverTheConfigurationSays() throws IOException {
        copy.configure(config -> config.add("vocab_size", 40_000));
        String tokenizer = Files.readString(copy.file("tokenizer.json"));
        String more = tokenizer.replaceFirst("\"added_tokens\"\\s*:\\s*\\[",
                "\"added_tokens\": [{\"id\": 30000, \"content\":"
                        + " \"more\", \"single_word\": false, \"lstrip\": false, \"rstrip\": false, \"normalized\": false,"
                        + " \"special\": false},");
        assertThat(more).isNotEqualTo(tokenizer);
        copy.write("tokenizer.json", more.getBytes(StandardCharsets.UTF_8));
        refusedBeginning("leads to " + copy.file("tokenizer.json") + ", which belongs to another model: its tokens go up to"
                + " 30000, with which the network fails (the engine failed: ");
    }

    @Test
    void aNetworkOfANewerOpsetIsRefused() {
        network(TinyNetwork.ofOpset(99));
        refusedBeginning("leads to " + copy.file("model.onnx") + ", which can't be loaded: it is damaged, not whole, or of"
                + " another format (the engine says: ");
    }

    @Test
    void aTokenizerTheNativeCodeCannotReadIsRefused() {
        copy.write("tokenizer.json", "{\"model\": {\"vocab\": {\"a\": 1}}}".getBytes(StandardCharsets.UTF_8));
        refusedBeginning("leads to " + copy.file("tokenizer.json") + ", which can't be used: ");
    }

    @Test
    void aNetworkWithAnotherNumberOfLabelsIsRefused() {
        network(TinyNetwork.constant("input_ids", "logits", 1, 2));
        refused("leads to " + copy.file("model.onnx") + ", which can't be used: the model put out float32 of shape"
                + " (1, 2), must be float32 of shape (1, 3), a logit for each label");
    }

    @Test
    void aNetworkThatPutsOutNoNumbersIsRefused() {
        for (float bad : new float[]{Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            network(TinyNetwork.constant("input_ids", "logits", 1, bad, 2));
            refused("leads to " + copy.file("model.onnx") + ", which can't be used: the model put out " + bad
                    + " instead of a finite number");
        }
    }

    @Test
    void aNetworkThatAsksForMoreThanTextIsRefused() {
        network(TinyNetwork.constant("pixel_values", "logits", 1, 2, 3));
        refused("leads to " + copy.file("model.onnx") + ", which can't be used: the model asks for an input"
                + " 'pixel_values'; known are input_ids, attention_mask and token_type_ids");
    }

    @Test
    void aNetworkWhoseLogitsCannotBeToldIsRefused() {
        network(TinyNetwork.twoOutputs("start", "end", 1, 2, 3));
        refused("leads to " + copy.file("model.onnx") + ", which can't be used: the model has 2 outputs, none of them"
                + " named logits");
    }

    @Test
    void theOnlyOutputMayHaveAnyName() {
        network(TinyNetwork.constant("input_ids", "scores", 0, 0, 0));
        assertThat(read("max-batch: 1").negative()).isEqualTo(1.0 / 3);
    }

    @Test
    void optionsOutOfRangeAreReportedTogetherWithTheModel() {
        copy.delete("config.json");
        assertThat(problems("{threads: 0, max-batch: 65, max-tokens: 7, languages: [english!]}"))
                .extracting(OptionProblem::key)
                .containsExactly("threads", "max-batch", "max-tokens", "languages", "path");
    }

    @Test
    void aModelThatPromisesNothingIsReadOneByOne() {
        try (SentimentModel model = copy.create("")) {
            assertThat(model.traits().maxBatch()).isEqualTo(1);
        }
    }

    @Test
    void moreTokensThanTheModelTakesAreRefused() {
        copy.configure(config -> config.add("max_position_embeddings", 128));
        assertThat(problem("max-tokens: 129").toString()).isEqualTo("max-tokens is 129, the model takes at most 128 ("
                + copy.file("config.json") + ")");
    }

    @Test
    void aMissingPathIsSaid() {
        assertThatExceptionOfType(OptionException.class)
                .isThrownBy(() -> new OnnxModelProvider().create(Config.empty(), "test"))
                .withMessageStartingWith("path is missing");
    }

    private static JsonObjectBuilder labels(String first, String second, String third) {
        return Json.createObjectBuilder().add("0", first).add("1", second).add("2", third);
    }

    private void network(byte[] network) {
        copy.write("model.onnx", network);
    }

    private Sentiment read(String options) {
        SentimentModel model = copy.create(options);
        try {
            return model.read(List.of(new Utterance("this is a mess"))).getFirst();
        } finally {
            model.close();
        }
    }

    private void refused(String sentence) {
        assertThat(problem("")).isEqualTo(new OptionProblem("path", sentence));
    }

    private void refusedBeginning(String sentence) {
        OptionProblem problem = problem("");
        assertThat(problem.key()).isEqualTo("path");
        assertThat(problem.sentence()).startsWith(sentence).doesNotContain("\n").doesNotEndWith("null");
    }

    private OptionProblem problem(String options) {
        return problems(options).getFirst();
    }

    private List<OptionProblem> problems(String options) {
        try (SentimentModel model = copy.create(options)) {
            throw new AssertionError("this model should have been refused: " + model.name());
        } catch (OptionException e) {
            return e.problems();
        }
    }
}
