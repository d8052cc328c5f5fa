package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.distribution.fixture.Command;
import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Release;

/** An author has the release's archive and a Maven, and no clone. */
final class AuthorsIT {

    @TempDir
    private Path home = Path.of("set by JUnit");

    /** So that nothing that tidies up comes near to what they lead to. */
    @AfterEach
    void removeLinks() throws IOException {
        Path local = home.resolve("local");
        if (Files.exists(local)) {
            try (Stream<Path> entries = Files.list(local)) {
                for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
                    Files.delete(link);
                }
            }
        }
    }

    @Test
    void theTemplateBuildsWithNothingOfSimmersButTheArchive() throws Exception {
        Path archive = Release.unpack(Release.forAuthors(), Files.createDirectory(home.resolve("unpacked")));
        Path local = Files.createDirectory(home.resolve("local"));
        linkAllButSimmer(local);
        run(home, "cp", "-R", archive.resolve("repository") + "/.", local.toString());
        run(home, "cp", "-R", archive.resolve("plugins/template").toString(), "mine");

        run(home.resolve("mine"), System.getProperty("simmer.maven", "mvn"), "-B", "-o", "-q", "-DskipTests", "package",
                "-Dmaven.repo.local=" + local);

        assertThat(home.resolve("mine/target/scoring-peak-1.0.0.jar")).isNotEmptyFile();
        assertThat(home.resolve("mine/target/test-classes")).as("compiled against the testkit").isNotEmptyDirectory();
    }

    @Test
    void theSpiAndTheTestkitComeWithSourcesAndJavadoc() throws Exception {
        Path archive = Release.unpack(Release.forAuthors(), home);
        for (String artifact : List.of("simmer-spi", "simmer-testkit")) {
            Path place = archive.resolve("repository/simmer").resolve(artifact).resolve(Release.version());
            for (String suffix : List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar")) {
                Path file = place.resolve(artifact + "-" + Release.version() + suffix);
                assertThat(file).isNotEmptyFile();
                assertThat(Path.of(file + ".sha1")).isNotEmptyFile();
            }
        }
    }

    /** The build's own local repository stands for Maven Central: Simmer's own modules may lie there too. */
    private static void linkAllButSimmer(Path local) throws IOException {
        Path builds = Path.of(System.getProperty("simmer.maven.repository", ""));
        try (Stream<Path> groups = Files.list(builds)) {
            for (Path group : (Iterable<Path>) groups::iterator) {
                if (!group.getFileName().toString().equals("simmer")) {
                    Files.createSymbolicLink(local.resolve(group.getFileName()), group);
                }
            }
        }
    }

    private static void run(Path folder, String... words) throws IOException, InterruptedException {
        Ended ended = Command.ofWords(List.of(words)).in(folder).run();
        assertThat(ended.exitCode()).as(String.join(" ", words) + "\n" + ended.out() + ended.err()).isZero();
    }
}
