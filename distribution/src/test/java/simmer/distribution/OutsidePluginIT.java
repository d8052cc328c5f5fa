package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.distribution.fixture.FiveMinutePlugin;
import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.RunningImage;

/** A plugin that was written elsewhere, dropped in as one jar. */
final class OutsidePluginIT {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void aStrategyInOneJarIsNamedInTheYamlAndScores() throws Exception {
        Image image = Image.built().copyTo(folder.resolve("simmer"));
        FiveMinutePlugin.build(image, Files.createDirectory(folder.resolve("work")), image.plugins().resolve("harmonic.jar"));
        String yaml = Files.readString(image.home().resolve("conf/simmer.yaml"));
        Path mine = Files.writeString(folder.resolve("mine.yaml"), yaml.replace("{decay: {factor: 0.85}}", "{harmonic: {}}"));

        try (RunningImage simmer = RunningImage.of(image.command("--config", mine.toString()))) {
            assertThat(simmer.log()).contains("scoring: harmonic 1.0.0 from harmonic");
            JsonObject answer = simmer.say("outside", List.of("hello", "how are you"), "I am looking for my parcel");
            List<Double> weights = answer.getJsonArray("turns").getValuesAs(JsonObject.class).stream()
                    .map(turn -> turn.getJsonNumber("weight").doubleValue()).toList();
            assertThat(weights).containsExactly(1.0 / 3, 0.5, 1.0);
            assertThat(answer.isNull("frustrationScore")).isFalse();
        }
    }
}
