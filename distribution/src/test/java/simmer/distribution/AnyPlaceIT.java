package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.distribution.fixture.Command;
import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Image;

/** The image runs wherever it lies and wherever it is called from. */
final class AnyPlaceIT {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void aLinkToACopyWithASpaceInItsPathRunsInAReadOnlyWorkingFolder() throws Exception {
        Image copy = Image.built().copyTo(folder.resolve("here and there/simmer"));
        Path first = Files.createSymbolicLink(folder.resolve("first"), copy.launcher());
        Path link = Files.createSymbolicLink(Files.createDirectory(folder.resolve("links")).resolve("simmer"),
                Path.of("..").resolve(first.getFileName()));
        Path working = Files.createDirectory(folder.resolve("read only"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));

        Ended check = Command.of(link, "check").in(working).run();

        assertThat(check.exitCode()).as(check.err()).isEqualTo(0);
        assertThat(check.out()).startsWith("conf/simmer.yaml is fine");
        try (Stream<Path> written = Files.list(working)) {
            assertThat(written).isEmpty();
        }
    }

    @Test
    void pathsInOptionsStartInTheWorkingFolder() throws Exception {
        Image image = Image.built();
        Files.copy(image.home().resolve("conf/simmer.yaml"), folder.resolve("mine.yaml"));
        Path plugins = Files.createDirectory(folder.resolve("few plugins"));
        new Image(image.plugins().resolve("scoring-window")).copyTo(plugins.resolve("scoring-window"));

        Ended list = image.command("plugins", "--config", "mine.yaml", "--plugins", "few plugins", "--data", "state")
                .in(folder).run();
        Ended check = image.command("check", "--config", "mine.yaml", "--data", "state").in(folder).run();

        assertThat(list.exitCode()).as(list.err()).isEqualTo(0);
        assertThat(list.out()).contains(plugins.resolve("scoring-window").toString()).doesNotContain("decay", "onnx");
        // Relative paths within the file still start at the image.
        assertThat(check.exitCode()).as(check.err()).isEqualTo(0);
        assertThat(check.out()).startsWith(folder.resolve("mine.yaml") + " is fine");
    }
}
