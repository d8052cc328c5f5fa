package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Image;

/** The package of model-pytorch, dropped into an image that doesn't have it. */
final class PytorchPackageIT {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void copiedIntoPluginsItStandsBesideTheOthersAndSaysWhatItLacks() throws Exception {
        Image built = Image.built();
        assertThat(built.names("plugins")).doesNotContain("model-pytorch");
        Image image = built.copyTo(folder.resolve("simmer"));
        new Image(built.home().resolveSibling("simmer-model-pytorch")).copyTo(image.plugins().resolve("model-pytorch"));

        Ended listed = image.command("plugins").run();
        assertThat(listed.exitCode()).as(listed.err()).isZero();
        assertThat(listed.out()).contains("onnx", "pytorch", "length-buckets");

        String shipped = Files.readString(image.home().resolve("conf/simmer.yaml"));
        Path other = Files.writeString(folder.resolve("pytorch.yaml"),
                shipped.replace("{onnx: {path: ", "{pytorch: {path: "));
        Ended checked = image.command("check", "--config", other.toString()).run();
        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(checked.problems()).singleElement().asString()
                .startsWith("simmer.model.pytorch.path ").endsWith("where a file *.pt is missing");
    }
}
