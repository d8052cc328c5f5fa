package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.distribution.fixture.Command;
import simmer.distribution.fixture.FiveMinutePlugin;
import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.Release;
import simmer.distribution.fixture.RunningImage;
import simmer.distribution.fixture.Stranger;

/** What somebody meets who has nothing but the archive: a fresh home, no rights, no Java. */
final class StrangerIT {

    @TempDir
    private Path work = Path.of("set by JUnit");

    @Test
    void aStrangerUnpacksStartsAddsAPluginStopsAndUpgradesWithTheStateKept() throws Exception {
        Path plugin = work.resolve("scoring-peak.jar");
        FiveMinutePlugin.build(Image.built(), work.resolve("plugin"), plugin);
        try (Stranger stranger = Stranger.arrive()) {
            Path handed = Files.copy(plugin, stranger.home().resolve("scoring-peak.jar"));
            Image first = unpack(stranger, "my apps");
            try (RunningImage simmer = RunningImage.of(serve(stranger, first))) {
                assertThat(simmer.say("kept", "where is my parcel").getJsonArray("turns")).hasSize(1);
                simmer.terminate();
                assertThat(simmer.awaitExit()).as(simmer.log()).isZero();
            }

            Image newer = unpack(stranger, "newer");
            stranger.run("cp", handed.toString(), newer.plugins().toString());
            Path mine = Files.writeString(stranger.home().resolve("mine.yaml"),
                    Files.readString(newer.home().resolve("conf/simmer.yaml")).replaceFirst("(?s) scoring:.*?\n\n",
                            " scoring: {peak: {}}\n\n"));
            try (RunningImage simmer = RunningImage.of(serve(stranger, newer, "--config", mine.toString()))) {
                JsonObject answer = simmer.say("kept", "you are useless");
                assertThat(answer.getJsonArray("turns")).as("the turn before the upgrade, and this one").hasSize(2);
                assertThat(answer.getJsonNumber("frustrationScore").doubleValue()).isPositive();
                assertThat(simmer.log()).contains("scoring: peak 1.0.0 from scoring-peak").doesNotContain("[aot");
                simmer.terminate();
                assertThat(simmer.awaitExit()).as(simmer.log()).isZero();
            }
        }
    }

    private static Image unpack(Stranger stranger, String folder) throws IOException, InterruptedException {
        Path into = stranger.home().resolve(folder);
        stranger.run("mkdir", into.toString());
        Path archive = stranger.home().resolve("simmer.tar.gz");
        Files.copy(Release.archive(), archive, StandardCopyOption.REPLACE_EXISTING);
        stranger.run("tar", "-xzf", archive.toString(), "-C", into.toString());
        try (Stream<Path> unpacked = Files.list(into)) {
            return new Image(unpacked.filter(path -> path.getFileName().toString().startsWith("simmer-")).findFirst()
                    .orElseThrow());
        }
    }

    private static Command serve(Stranger stranger, Image image, String... more) {
        return stranger.command(Stream.concat(
                Stream.of(image.launcher().toString(), "serve", "--data", stranger.home().resolve("state").toString()),
                Stream.of(more)).toArray(String[]::new)).with("SIMMER_ROUTER_COGNIGY_DIALECT", "reply");
    }
}
