package simmer.model.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.spi.OptionException;

final class VocabularyTest {

    @TempDir
    private Path folder;

    @Test
    void theLargestIdIsFoundWhereverItStands() {
        assertThat(largestId("{\"model\": {\"vocab\": {\"a\": 7, \"b\": 2}}}")).isEqualTo(7);
        assertThat(largestId("""
                {"added_tokens": [{"id": 9, "content": "b"}, {"id": 8, "content": "c"}], "model": {"vocab": {"a": 7}}}"""))
                .isEqualTo(9);
    }

    @Test
    void tokensInAListAreNumberedFromZero() {
        assertThat(largestId("{\"model\": {\"vocab\": [[\"<s>\", 0.0], [\"a\", -3.5], [\"b\", -9]]}}")).isEqualTo(2);
    }

    @Test
    void whatIsNoTokenizerIsRefused() {
        for (String json : new String[]{"", "[]", "{", "{}", "{\"model\": {}}", "{\"model\": 1}",
                "{\"model\": {\"vocab\": 5}}", "{\"model\": {\"vocab\": {\"a\": \"b\"}}}",
                "{\"added_tokens\": [{}], \"model\": {\"vocab\": {}}}"}) {
            assertThatExceptionOfType(OptionException.class).as(json).isThrownBy(() -> largestId(json))
                    .withMessageStartingWith("path leads to " + file() + ", which is no tokenizer: ");
        }
    }

    private int largestId(String json) {
        try {
            Files.writeString(file(), json);
            return Vocabulary.of(file()).largestId();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path file() {
        return folder.resolve("tokenizer.json");
    }
}
