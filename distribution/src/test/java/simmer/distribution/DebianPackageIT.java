package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.distribution.fixture.Command;
import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.Release;
import simmer.distribution.fixture.RunningImage;

/**
 * The Debian package, installed by dpkg into a root of its own. In place of systemd, which a build rarely has, the unit's
 * own command runs.
 */
final class DebianPackageIT {

    private static final Path DPKG = Path.of("/usr/bin/dpkg");
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

    @TempDir
    private Path root = Path.of("set by JUnit");

    @BeforeEach
    void makeAnEmptySystem() throws IOException {
        assumeTrue(Files.isExecutable(DPKG) && "root".equals(System.getProperty("user.name")),
                "dpkg is missing, or the tester is not root, whom all files of a package belong to");
        Files.createDirectories(root.resolve("var/lib/dpkg/info"));
        Files.createDirectories(root.resolve("var/lib/dpkg/updates"));
        Files.createFile(root.resolve("var/lib/dpkg/status"));
        Files.createDirectories(root.resolve("var/log"));
    }

    private void dpkg(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(DPKG.toString(), "--root=" + root, "--force-not-root",
                "--force-depends", "--force-script-chrootless", "--force-confold", "--log=" + root.resolve("var/log/dpkg.log")));
        words.addAll(List.of(arguments));
        Ended ended = Command.ofWords(words).with("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").run();
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    }

    @Test
    void itInstallsServesUpgradesAndGoes() throws Exception {
        Path data = Files.createDirectories(root.resolve("var/lib/simmer"));
        Path yaml = root.resolve("etc/simmer/simmer.yaml");
        dpkg("--install", Release.debianPackage().toString());
        assertServes(data, 1);

        Files.writeString(yaml, Files.readString(yaml) + "# mine\n");
        dpkg("--install", Release.debianPackage().toString());
        assertThat(yaml).content().endsWith("# mine\n");
        assertServes(data, 2);

        dpkg("--remove", "simmer");
        assertThat(root.resolve("usr/bin/simmer")).doesNotExist();
        assertThat(yaml).exists();
        assertThat(data.resolve("simmer.db")).exists();

        dpkg("--purge", "simmer");
        assertThat(root.resolve("etc/simmer")).doesNotExist();
        assertThat(root.resolve("usr/lib/simmer")).doesNotExist();
        assertThat(data).doesNotExist();
    }

    private void assertServes(Path data, int turns) throws Exception {
        Image image = new Image(root.resolve("usr/lib/simmer"));
        try (RunningImage simmer = RunningImage
                .of(Command.of(root.resolve("usr/bin/simmer"), "serve", "--data", data.toString())
                        .with("SIMMER_ROUTER_COGNIGY_DIALECT", "reply").with("SIMMER_JAVA_OPTIONS", "-XX:AOTMode=on"))) {
            assertThat(image.home().resolve("conf/simmer.yaml")).exists();
            assertThat(simmer.say("kept", "turn " + turns).getJsonArray("turns")).hasSize(turns);
            simmer.terminate();
            assertThat(simmer.awaitExit()).as(simmer.log()).isZero();
        }
    }

    @Test
    void theUnitIsHardened() throws Exception {
        assumeTrue(Files.isExecutable(ANALYZE), "there is no systemd-analyze here");
        Path unit = Release.recipes().resolve("debian/simmer.service");
        Ended ended = Command.ofWords(List.of(ANALYZE.toString(), "security", "--offline=true", "--threshold=20",
                "--no-pager", unit.toString())).run();
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    }
}
