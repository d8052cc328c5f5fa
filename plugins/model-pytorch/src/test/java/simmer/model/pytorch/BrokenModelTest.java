package simmer.model.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.spi.OptionException;
import simmer.spi.OptionProblem;
import simmer.spi.SentimentModel;

/** A model that doesn't fit ends in one sentence under {@code path}, which names the file. */
final class BrokenModelTest {

    private static final String IDS = "input_ids: Tensor";
    private static final String ROW = "torch.ones([torch.size(input_ids, 0), 3])";

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private TinyModel tiny = new TinyModel(Path.of(""));

    @BeforeEach
    void writeAWholeOne() {
        tiny = TinyModel.in(folder);
    }

    @Test
    void aHalfCopiedNetworkIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(tiny.file("model.pt"));
        for (int length : List.of(0, whole.length / 2, whole.length - 100)) {
            tiny.write("model.pt", Arrays.copyOf(whole, length));
            assertRefused("model.pt", "can't be loaded: it is damaged, not whole, or no TorchScript file");
        }
    }

    @Test
    void aDamagedNetworkIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(tiny.file("model.pt"));
        Arrays.fill(whole, 100, 300, (byte) 7);
        tiny.write("model.pt", whole);
        assertRefused("model.pt", "");
    }

    @Test
    void weightsWithoutTheirNetworkAreRefused() {
        tiny.write("model.pt", TinyTorchScript.weightsAlone());
        assertRefused("model.pt", "holds weights without their network; export it as TorchScript, with torch.jit");
    }

    @Test
    void aNetworkOfANewerFormatIsRefused() {
        tiny.write("model.pt", TinyTorchScript.ofFormat(99));
        assertRefused("model.pt", "can't be loaded: it is damaged, not whole, or of another format (the engine says: ");
    }

    @Test
    void aNetworkThatCallsWhatThisLibtorchLacksIsRefused() {
        network(IDS, "torch.no_such_operator(input_ids)");
        assertRefused("model.pt", "can't be loaded: it is damaged, not whole, or of another format (the engine says: ");
    }

    @Test
    void aNetworkWithAnotherNumberOfLabelsIsRefused() {
        network(IDS, ROW.replace("3", "2"));
        assertRefused("model.pt", "can't be used: the model put out float32 of shape (1, 2), must be float32 of shape"
                + " (1, 3), a logit for each label");
    }

    @Test
    void aNetworkThatPutsOutNoNumbersIsRefused() {
        network(IDS, "torch.log(torch.neg(" + ROW + "))");
        assertRefused("model.pt", "can't be used: the model put out NaN instead of a finite number");
    }

    @Test
    void weightsThatAreNoNumbersAreRefused() {
        float[] rows = new float[3 * 25_086];
        Arrays.fill(rows, Float.NaN);
        tiny.write("model.pt", TinyTorchScript.bagOfWords(25_086, rows, Precision.FP32));
        assertRefused("model.pt", "can't be used: the model put out NaN instead of a finite number");
    }

    @Test
    void aNetworkThatAsksForMoreThanTextIsRefused() {
        network("pixel_values: Tensor", "torch.sum(pixel_values, [1])");
        assertRefused("model.pt", "can't be used: the model asks for an input 'pixel_values'; known are input_ids,"
                + " attention_mask and token_type_ids");
    }

    @Test
    void aNetworkThatFailsSaysWhyWithoutItsStack() {
        network(IDS, "torch.reshape(input_ids, [7, 7, 7])");
        assertRefused("model.pt", "can't be used: the engine failed: shape '[7, 7, 7]' is invalid for input of size ");
    }

    @Test
    void aTokenizerOfALargerModelIsRefused() {
        tiny.configure("25086", "20000");
        assertRefused("tokenizer.json", "belongs to another model: its tokens go up to 25085, but the model's vocab_size is"
                + " 20000");
    }

    @Test
    void aTokenizerWithOtherPaddingIsRefused() {
        tiny.configure("\"pad_token_id\": 0", "\"pad_token_id\": 1");
        assertRefused("tokenizer.json",
                "belongs to another model: its padding is token 0, but the model's pad_token_id is 1");
    }

    @Test
    void aNetworkSmallerThanItsConfigurationSaysIsRefused() {
        tiny.write("model.pt", TinyTorchScript.bagOfWords(20_000, new float[60_000], Precision.FP32));
        assertRefused("tokenizer.json", "belongs to another model: its tokens go up to 25085, with which the network fails"
                + " (the engine failed: index out of range in self)");
    }

    @Test
    void anotherPrecisionThanTheFileHoldsIsRefused() {
        tiny.write("model-fp16.pt", TinyModel.network(Precision.BF16));
        assertThat(problems("precision: fp16")).extracting(OptionProblem::sentence).containsExactly("leads to "
                + tiny.file("model-fp16.pt") + ", which holds weights of bf16, but precision is fp16");
        assertThat(problems("precision: bf16")).extracting(OptionProblem::sentence)
                .containsExactly("is " + folder + ", where a file *-bf16.pt is missing");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(problems("{device: gpu, threads: 0, linger: PT1S, length-buckets: [32, 16]}"))
                .extracting(OptionProblem::toString).containsExactly("threads is 0, must be 1 to 64",
                        "linger is PT1S, must be PT0S to PT0.1S",
                        "length-buckets is [32, 16], must be lengths of 1 to 512 tokens, each over the one before",
                        "device is 'gpu', must be cpu, cuda, cuda:N or auto");
    }

    private void network(String parameters, String expression) {
        tiny.write("model.pt", TinyTorchScript.constant(parameters, expression));
    }

    private void assertRefused(String file, String sentence) {
        OptionProblem problem = problems("max-batch: 2").getFirst();
        assertThat(problem.key()).isEqualTo("path");
        assertThat(problem.sentence()).startsWith("leads to " + tiny.file(file) + ", which " + sentence)
                .doesNotContain("\n").doesNotEndWith("null").hasSizeLessThan(400 + folder.toString().length());
    }

    private List<OptionProblem> problems(String options) {
        try (SentimentModel model = tiny.create(options)) {
            throw new AssertionError("this model should have been refused: " + model.name());
        } catch (OptionException e) {
            return e.problems();
        }
    }
}
