package simmer.model.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.spi.OptionException;

final class ModelConfigTest {

    private static final String LABELS = """
            "id2label": {"0": "negative", "1": "neutral", "2": "positive"}""";

    @TempDir
    private Path folder;

    @Test
    void aConfigurationThatSaysNothingMoreIsReadWithDefaults() {
        ModelConfig config = read(LABELS);
        assertThat(config.readout()).isEqualTo(new Readout(new Labels(0, 1, 2), Calibration.none()));
        assertThat(config.padId()).isZero();
        assertThat(config.vocabulary()).isEqualTo(Integer.MAX_VALUE);
        assertThat(config.mostTokens()).isEqualTo(512);
        assertThat(config.wantedTokens()).isEqualTo(256);
        assertThat(config.batchIndependent()).isFalse();
        assertThat(config.normalisation()).isEqualTo(Normalisation.NONE);
        assertThat(config.languages()).isEmpty();
    }

    @Test
    void whatTheModelWantsIsRead() {
        ModelConfig config = read(
                LABELS + """
                        , "pad_token_id": 3, "vocab_size": 1000, "simmer": {"languages": ["en", "de"], "max_tokens": 128,
                        "batch_independent": true, "normalisation": "social", "calibration": {"scale": [1, 0.5, 2], "bias": [0, -1, 1e-3]}}""");
        assertThat(config.padId()).isEqualTo(3);
        assertThat(config.vocabulary()).isEqualTo(1000);
        assertThat(config.wantedTokens()).isEqualTo(128);
        assertThat(config.batchIndependent()).isTrue();
        assertThat(config.normalisation()).isEqualTo(Normalisation.SOCIAL);
        assertThat(config.languages()).containsExactly("en", "de");
        assertThat(config.readout().calibration())
                .isEqualTo(new Calibration(List.of(1.0, 0.5, 2.0), List.of(0.0, -1.0, 1e-3)));
    }

    @Test
    void aNullCountsAsNotSaid() {
        assertThat(read(LABELS + """
                , "pad_token_id": null, "simmer": null""").padId()).isZero();
    }

    @Test
    void aModelOfTheRobertaFamilyTakesFewerTokensThanItHasPositions() {
        ModelConfig roberta = read(LABELS + """
                , "model_type": "roberta", "pad_token_id": 1, "max_position_embeddings": 130""");
        assertThat(roberta.mostTokens()).isEqualTo(128);
        assertThat(roberta.wantedTokens()).isEqualTo(128);
        assertThat(read(LABELS + """
                , "model_type": "bert", "pad_token_id": 1, "max_position_embeddings": 130""").mostTokens())
                .isEqualTo(130);
    }

    @Test
    void labelsAreFoundByTheirNamesInAnyOrderCaseAndLength() {
        assertThat(labels("Positive", "NEGATIVE", "Neutral")).isEqualTo(new Labels(1, 2, 0));
        assertThat(labels("neu", "Pos", "neg")).isEqualTo(new Labels(2, 0, 1));
    }

    @Test
    void labelsThatSayNothingAreReadAsTheOptionsSay() {
        Map<String, String> meanings = Map.of("LABEL_0", "Positive", "label_1", "neutral", "LABEL_2", "neg");
        assertThat(read(id2label("LABEL_0", "LABEL_1", "LABEL_2"), meanings).readout().labels())
                .isEqualTo(new Labels(2, 1, 0));
    }

    @Test
    void bareLabelsAreRefused() {
        refused(id2label("LABEL_0", "LABEL_1", "LABEL_2"), "labels must say what LABEL_0 means, for FILE does not; look"
                + " in the model's description and map each of [LABEL_0, LABEL_1, LABEL_2], such as {LABEL_0: negative}");
    }

    @Test
    void labelsThatAreNotTheThreeAreRefused() {
        refused(id2label("negative", "positive"), "id2label has no label for neutral: [negative, positive]");
        refused(id2label("negative", "neg", "positive"), "id2label has two labels for negative: [negative, neg,"
                + " positive]");
        refused(id2label("negative", "joy", "positive"), "id2label.1 is 'joy', must be negative, neutral or positive");
        refused(id2label("negative", "neutral", "positive", "pos"), "id2label has two labels for positive: [negative,"
                + " neutral, positive, pos]");
        refused("\"id2label\": {}", "id2label has no label for negative: []");
    }

    @Test
    void labelsMustBeNumberedAndNamed() {
        refused("\"id2label\": {\"1\": \"negative\", \"2\": \"neutral\"}", "id2label must number the labels from 0 on,"
                + " without a gap; 0 is missing");
        refused("\"id2label\": {\"0\": 7}", "id2label.0 must be a text");
        refused("\"id2label\": [\"negative\"]", "id2label must be an object");
    }

    @Test
    void optionsThatFitNoLabelAreRefused() {
        assertThatExceptionOfType(OptionException.class).isThrownBy(() -> read(LABELS, Map.of("LABEL_0", "negative")))
                .withMessage("labels.LABEL_0 is no label of " + file() + ", which has [negative, neutral, positive]");
        assertThatExceptionOfType(OptionException.class).isThrownBy(() -> read(LABELS, Map.of("neutral", "calm")))
                .withMessage("labels.neutral is 'calm', must be negative, neutral or positive");
    }

    @Test
    void aCalibrationOfAnotherShapeIsRefused() {
        refusedCalibration("{\"scale\": [1, 1], \"bias\": [0, 0, 0]}", "scale is [1.0, 1.0], must be 3 finite numbers,"
                + " in the order of id2label");
        refusedCalibration("{\"scale\": [1, 1, 1]}", "bias is [], must be 3 finite numbers, in the order of id2label");
        refusedCalibration("{\"scale\": [1, 1, 1], \"bias\": [0, 0, 1e999]}", "bias is [0.0, 0.0, Infinity], must be 3"
                + " finite numbers, in the order of id2label");
        refusedCalibration("{\"scale\": [1, \"1\", 1], \"bias\": [0, 0, 0]}", "scale must be a list of numbers");
        refusedCalibration("{\"scale\": [1, 0, 1], \"bias\": [0, 0, 0]}", "scale is [1.0, 0.0, 1.0], each must be over"
                + " 0");
        refusedCalibration("{\"scales\": [1, 1, 1], \"bias\": [0, 0, 0]}", "scales is unknown; known are bias, scale");
    }

    @Test
    void otherWishesOutOfRangeAreRefused() {
        refused(LABELS + ", \"simmer\": {\"max_tokens\": 513}", "simmer.max_tokens is 513, must be 8 to 512");
        refused(LABELS + ", \"simmer\": {\"batch_independent\": 1}", "simmer.batch_independent must be true or false");
        refused(LABELS + ", \"simmer\": {\"max-tokens\": 16}", "simmer.max-tokens is unknown; known are"
                + " batch_independent, calibration, languages, max_tokens, normalisation");
        refused(LABELS + ", \"simmer\": {\"normalisation\": \"tweets\"}", "simmer.normalisation is 'tweets', must be"
                + " none or social");
        refused(LABELS + ", \"simmer\": {\"languages\": \"en\"}", "simmer.languages must be a list");
        refused(LABELS + ", \"vocab_size\": \"many\"", "vocab_size must be a whole number");
        refused(LABELS + ", \"model_type\": \"roberta\", \"max_position_embeddings\": 2", "max_position_embeddings"
                + " leaves no position for a token");
    }

    private Labels labels(String... names) {
        return read(id2label(names)).readout().labels();
    }

    private static String id2label(String... names) {
        StringBuilder json = new StringBuilder("\"id2label\": {");
        for (int id = 0; id < names.length; id++) {
            json.append(id == 0 ? "" : ", ").append('"').append(id).append("\": \"").append(names[id]).append('"');
        }
        return json.append('}').toString();
    }

    private void refusedCalibration(String calibration, String sentence) {
        refused(LABELS + ", \"simmer\": {\"calibration\": " + calibration + "}", "simmer.calibration." + sentence);
    }

    private void refused(String members, String sentence) {
        String whole = sentence.startsWith("labels ")
                ? sentence.replace("FILE", file().toString())
                : "path leads to " + file() + ", which can't be used: " + sentence;
        assertThatExceptionOfType(OptionException.class).isThrownBy(() -> read(members)).withMessage(whole);
    }

    private ModelConfig read(String members) {
        return read(members, Map.of());
    }

    private ModelConfig read(String members, Map<String, String> meanings) {
        try {
            Files.writeString(file(), "{" + members + "}");
            return ModelConfig.of(JsonSource.read(file()), meanings);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path file() {
        return folder.resolve("config.json");
    }
}
