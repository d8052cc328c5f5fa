package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.distribution.fixture.Command;
import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Release;

/** What becomes of an image in the Debian package, whoever builds it. */
final class DebianBuildIT {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    /** Builds a package of a small image under a umask. */
    private Path build(String umask) throws Exception {
        Path work = Files.createDirectory(folder.resolve(umask));
        Path file = work.resolve("simmer.deb");
        String small = "umask " + umask + "; cd '" + work
                + "'; mkdir -p image/bin image/conf image/lib; echo >image/LICENSE;"
                + " echo >image/bin/simmer; chmod u+x image/bin/simmer; echo >image/conf/simmer.yaml; echo >image/lib/simmer.jar;"
                + " find image -exec touch -h -d @1700000000 {} +; '" + Release.recipes().resolve("debian/build")
                + "' image 1.0 '" + file + "'";
        Ended built = Command.ofWords(List.of("sh", "-euc", small)).with("SOURCE_DATE_EPOCH", "1700000000").run();
        assertThat(built.exitCode()).as(built.err()).isZero();
        return file;
    }

    @Test
    void theBuildersUmaskLeavesNoTrace() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "there is no dpkg-deb here");
        Path tight = build("077");
        assertThat(tight).hasSameBinaryContentAs(build("022"));
        assertThat(modes(tight)).containsExactly("-rw-r-----", "-rw-r--r--", "-rwxr-xr-x", "drwxr-xr-x", "lrwxrwxrwx");
    }

    private static List<String> modes(Path deb) throws IOException, InterruptedException {
        Ended list = Command.ofWords(List.of("dpkg-deb", "--contents", deb.toString())).run();
        return list.out().lines().map(line -> line.substring(0, line.indexOf(' '))).distinct().sorted()
                .collect(Collectors.toList());
    }
}
