package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.distribution.fixture.Command;
import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.RunningImage;

/** Starts that the configuration forbids: exit code 2 and one sentence for each error. */
final class RefusalsIT {

    private final Image image = Image.built();

    @TempDir
    private Path folder = Path.of("set by JUnit");

    /** The shipped configuration with something written differently. */
    private String configuration(String before, String after) throws IOException {
        String shipped = Files.readString(image.home().resolve("conf/simmer.yaml"));
        assertThat(shipped).contains(before);
        return Files.writeString(folder.resolve("wrong.yaml"), shipped.replace(before, after)).toString();
    }

    private static ListAssert<String> assertRefused(Command command) throws Exception {
        Ended ended = command.run();
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).doesNotContain("Exception", "\tat ");
        return assertThat(ended.problems());
    }

    @Test
    void everyErrorOfTheConfigurationHasALineOfItsOwn() throws Exception {
        String file = configuration("calibration: [", "facter: 0.7\n      calibration: [");
        Files.writeString(Path.of(file), Files.readString(Path.of(file)).replace("from: 0.65", "from: 0.30")
                .replace("answer-within: PT2S", "answer-within: soon"));
        for (String command : List.of("serve", "check")) {
            assertRefused(image.command(command, "--config", file)).satisfiesExactlyInAnyOrder(
                    problem -> assertThat(problem).startsWith("simmer.scoring.blend.facter ")
                            .contains("is no option of 'blend'. Did you mean 'factor'?"),
                    problem -> assertThat(problem).startsWith("simmer.levels[2].from ").contains("must be over 0.35"),
                    problem -> assertThat(problem).startsWith("simmer.answer-within ").contains("'soon'", "a duration"));
        }
    }

    @Test
    void aPluginThatIsNotThereIsNamedWithItsNearestMatch() throws Exception {
        String file = configuration("    blend: ", "    blned: ");
        assertRefused(image.command("check", "--config", file)).singleElement().asString()
                .startsWith("simmer.scoring.blned ").contains("Did you mean 'blend'?", "decay, heat, window");
    }

    @Test
    void aModelFolderThatIsNotThereIsNamed() throws Exception {
        String file = configuration("path: models/simmer-en", "path: models/simmer-xx");
        assertRefused(image.command("check", "--config", file)).singleElement().asString()
                .startsWith("simmer.model.onnx.path ").contains(image.home().resolve("models/simmer-xx").toString());
    }

    @Test
    void aTruncatedModelIsOneSentence() throws Exception {
        Path model = Files.createDirectory(folder.resolve("model"));
        for (String name : List.of("config.json", "tokenizer.json", "model.onnx")) {
            Files.copy(image.model().resolve(name), model.resolve(name));
        }
        try (FileChannel network = FileChannel.open(model.resolve("model.onnx"), StandardOpenOption.WRITE)) {
            network.truncate(network.size() / 2);
        }
        String file = configuration("path: models/simmer-en", "path: " + model);
        assertRefused(image.command("check", "--config", file)).singleElement().asString()
                .startsWith("simmer.model.onnx.path ").contains("model.onnx");
    }

    @Test
    void aBrokenJarInThePluginsFolderIsNamed() throws Exception {
        Image copy = image.copyTo(folder.resolve("simmer"));
        Path broken = Files.writeString(copy.plugins().resolve("broken.jar"), "no zip at all");
        assertRefused(copy.command("check")).singleElement().asString().startsWith(broken.toString());
        assertThat(copy.command("plugins").run()).satisfies(plugins -> {
            assertThat(plugins.exitCode()).isEqualTo(2);
            assertThat(plugins.out()).contains("onnx", "cognigy");
            assertThat(plugins.err()).contains(broken.toString());
        });
    }

    @Test
    void aConfigurationThatIsNotThereIsNamed() throws Exception {
        assertRefused(image.command("--config", folder.resolve("none.yaml").toString())).singleElement().asString()
                .startsWith(folder.resolve("none.yaml").toString()).contains("there is no such file");
    }

    @Test
    void aSecondSimmerOnTheSameDataIsRefused() throws Exception {
        String data = folder.resolve("data").toString();
        try (RunningImage _ = RunningImage.of(serveOn(data))) {
            assertRefused(serveOn(data)).singleElement().asString()
                    .startsWith("simmer.store ").contains("is in use by another Simmer (process ");
        }
    }

    private Command serveOn(String data) {
        return image.command("serve", "--data", data).with("SIMMER_ROUTER_COGNIGY_DIALECT", "reply");
    }
}
