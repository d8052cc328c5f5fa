package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.distribution.fixture.Ended;
import simmer.distribution.fixture.Image;
import simmer.distribution.training.AotCache;

/** The cache that makes the start quick holds, and does no harm where it can't. */
final class AotCacheIT {

    private static final FileTime NOW = FileTime.from(Instant.parse("2027-01-01T00:00:00Z"));

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Image copy = Image.built();

    @BeforeEach
    void copyTheImage() throws IOException {
        copy = Image.built().copyTo(folder.resolve("another place/simmer"));
    }

    /** @param mode {@code on} refuses to start without the cache */
    private Ended check(String mode) throws Exception {
        return copy.command("check").with("SIMMER_JAVA_OPTIONS", "-XX:AOTMode=" + mode).run();
    }

    @Test
    void theImageHasACacheThatHoldsInAnotherFolder() throws Exception {
        Ended check = check("on");
        assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
        assertThat(check.err()).doesNotContain("[aot");
    }

    /** What a release is checked by: its list of classes lies beside it. */
    @Test
    void theSameClassesGiveTheSameCacheInAnyFolder() throws Exception {
        Path again = folder.resolve("again.aot");
        AotCache.make(Image.built().copyTo(folder.resolve("elsewhere")), Image.classes(), again);
        assertThat(Files.mismatch(again, Image.built().aotCache())).isEqualTo(-1);
    }

    @Test
    void aCopyThatLostItsFilesTimesGetsThemBack() throws Exception {
        for (String name : copy.names("lib")) {
            Path jar = copy.lib().resolve(name);
            replaceBySame(jar);
            Files.setLastModifiedTime(jar, NOW);
        }
        Ended check = check("on");
        assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
    }

    /**
     * No matter of course: JDK 25 compares the jars with the cache only if it came upon a class in one of them, while it
     * made the cache, that it can't keep. So it is with picocli's, which are of an old format, as long as all commands are
     * read.
     */
    @Test
    void aChangedJarIsWarnedOfAndRunsWithoutTheCache() throws Exception {
        Path jar = copy.lib().resolve("simmer.jar");
        replaceBySame(jar);
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Files.writeString(zip.getPath("added.txt"), "not there when the cache was made");
        }
        Ended check = check("auto");
        assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
        assertThat(check.out()).startsWith("conf/simmer.yaml is fine");
        assertThat(check.err()).contains("[aot]", "simmer.jar");
        assertThat(check("on").exitCode()).isEqualTo(1);
    }

    /** So that the built image, which the copy is linked to, keeps its own. */
    private void replaceBySame(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        Files.write(file, content);
    }
}
