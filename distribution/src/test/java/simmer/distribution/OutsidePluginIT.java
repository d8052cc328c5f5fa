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

/** The README's plugin, written elsewhere and dropped in as one jar. */
final class OutsidePluginIT {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void aStrategyInOneJarIsNamedInTheYamlAndScores() throws Exception {
        Image image = Image.built().copyTo(folder.resolve("simmer"));
        FiveMinutePlugin.build(image, folder.resolve("work"), image.plugins().resolve("scoring-peak.jar"));
        String yaml = Files.readString(image.home().resolve("conf/simmer.yaml"));
        Path mine = Files.writeString(folder.resolve("mine.yaml"), yaml.replaceFirst("(?s) scoring:.*?\n\n", " scoring: {peak: {}}\n\n"));

        try (RunningImage simmer = RunningImage.of(image.command("--config", mine.toString()))) {
            assertThat(simmer.log()).contains("scoring: peak 1.0.0 from scoring-peak");
            JsonObject answer = simmer.say("outside", List.of("hello", "you are useless"), "perfect, thank you so much");
            List<JsonObject> turns = answer.getJsonArray("turns").getValuesAs(JsonObject.class);
            assertThat(turns).extracting(turn -> turn.getJsonNumber("weight").doubleValue()).containsExactly(0.0, 1.0, 0.0);
            assertThat(answer.getJsonNumber("frustrationScore")).isEqualTo(turns.get(1).getJsonNumber("negative"));
        }
    }
}
