package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.FiveMinutePlugin;
import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.RunningImage;

/** Plugins written elsewhere and put in as one jar: the README's, and the template's. */
final class OutsidePluginIT {

    /** As its own build leaves it. */
    private static final Path TEMPLATE = Path.of("../plugins/template/target/scoring-peak-1.0.0.jar");

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void aStrategyInOneJarIsNamedInTheYamlAndScores() throws Exception {
        Image image = Image.built().copyTo(folder.resolve("simmer"));
        FiveMinutePlugin.build(image, folder.resolve("work"), image.plugins().resolve("scoring-peak.jar"));
        String yaml = Files.readString(image.home().resolve("conf/simmer.yaml"));
        Path mine = Files.writeString(folder.resolve("mine.yaml"),
                yaml.replaceFirst("(?s) scoring:.*?\n\n", " scoring: {peak: {}}\n\n"));

        try (RunningImage simmer = RunningImage.of(image.command("--config", mine.toString()))) {
            assertThat(simmer.log()).contains("scoring: peak 1.0.0 from scoring-peak");
            JsonObject answer = simmer.say("outside", List.of("hello", "you are useless"), "perfect, thank you so much");
            List<JsonObject> turns = answer.getJsonArray("turns").getValuesAs(JsonObject.class);
            assertThat(turns).extracting(turn -> turn.getJsonNumber("weight").doubleValue()).containsExactly(0.0, 1.0, 0.0);
            assertThat(answer.getJsonNumber("frustrationScore")).isEqualTo(turns.get(1).getJsonNumber("negative"));
        }
    }

    @Test
    void theTemplatesJarIsAddedAndCheckedAndRemoved() throws Exception {
        Image image = Image.built().copyTo(folder.resolve("simmer"));
        Ended added = image.command("plugins", "add", TEMPLATE.toAbsolutePath().toString()).run();
        assertThat(added.err()).as("nothing but that the key is missing, as it is").hasLineCount(1)
                .contains("No Cognigy API key is configured");
        assertThat(added.out().strip()).isEqualTo("added scoring peak 1.0.0: name it as 'scoring: {peak: {…}}'");
        assertThat(image.command("plugins").run().out()).contains("scoring  peak       version 1.0.0",
                "turns  (how many of the newest turns are looked at: 1 to 200 turns; default 10)");

        String yaml = Files.readString(image.home().resolve("conf/simmer.yaml"));
        Path mine = Files.writeString(folder.resolve("mine.yaml"),
                yaml.replaceFirst("(?s) scoring:.*?\n\n", " scoring: {peak: {turns: 3}}\n\n"));
        assertThat(image.command("check", "--config", mine.toString()).run().out()).contains("scoring peak 1.0.0");
        assertThat(image.command("plugins", "remove", "scoring-peak-1.0.0", "--config", mine.toString()).run().err())
                .contains("scoring-peak-1.0.0 was not removed: simmer.scoring in");
        assertThat(image.command("plugins", "remove", "scoring-peak-1.0.0").run().exitCode()).isZero();
        assertThat(image.names("plugins")).doesNotContain("scoring-peak-1.0.0.jar").noneMatch(name -> name.startsWith("."));
    }
}
