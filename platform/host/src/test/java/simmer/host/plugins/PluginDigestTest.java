package simmer.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.host.fixture.Jar;
import simmer.host.fixture.NewestScoringProvider;

/** What a plugin's digest covers, and that only a listed one is loaded. */
final class PluginDigestTest {

    private static final String NEWEST = NewestScoringProvider.class.getName();
    /** As distribution/README.md has it. */
    private static final String OF_A_FOLDER = "export LC_ALL=C; find -L . -type f -printf '%P\\n' | sort |"
            + " xargs -d '\\n' sha256sum | sha256sum";

    @TempDir
    private Path plugins = Path.of("set by JUnit");

    @TempDir
    private Path elsewhere = Path.of("set by JUnit");

    private Path folder = Path.of("set before each test");

    @BeforeEach
    void makeAPluginWithNativeCode() throws IOException {
        folder = plugins.resolve("newest");
        Jar.plugin().service("Scoring", NewestScoringProvider.class).write(folder.resolve("b.jar"));
        Jar.bare().type(NEWEST + "$Newest").write(folder.resolve("a.jar"));
        Files.writeString(folder.resolve("LICENSE OF MINE"), "no jar");
        Files.createDirectory(folder.resolve("native"));
        Files.writeString(folder.resolve("native/libnewest.so"), "machine code");
    }

    private static String printed(Path folder, String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", command).directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return out.substring(0, out.indexOf(' '));
    }

    private List<PluginProblem> problems(String... digests) throws IOException {
        try (Catalogue catalogue = Catalogue.of(List.of(plugins), TrustedPlugins.only(List.of(digests)))) {
            assertThat(catalogue.plugins().isEmpty()).isNotEqualTo(catalogue.problems().isEmpty());
            return catalogue.problems();
        }
    }

    private String onlyProblem(String... digests) throws IOException {
        assertThat(problems(digests)).hasSize(1);
        return problems(digests).getFirst().sentence();
    }

    @Test
    void aFoldersDigestIsWhatTheDocumentedCommandPrints() throws Exception {
        String digest = printed(folder, OF_A_FOLDER);
        try (Catalogue catalogue = Catalogue.of(List.of(plugins),
                TrustedPlugins.only(List.of(digest.toUpperCase(Locale.ROOT))))) {
            assertThat(catalogue.problems()).isEmpty();
            assertThat(catalogue.plugins()).extracting(Plugin::sha256).containsExactly(digest);
        }
    }

    @Test
    void aSingleJarsDigestIsItsOwn() throws Exception {
        Files.move(folder, elsewhere.resolve("newest"));
        Path jar = Jar.plugin().service("Scoring", NewestScoringProvider.class).write(plugins.resolve("newest.jar"));
        String digest = printed(plugins, "sha256sum newest.jar");
        assertThat(problems(digest)).isEmpty();
        Jar.plugin().service("Scoring", NewestScoringProvider.class).attribute("Changed", "yes").write(jar);
        assertThat(problems(digest)).containsExactly(new PluginProblem(jar.toString(),
                "simmer.plugins-allowed does not list its SHA-256, " + printed(plugins, "sha256sum newest.jar")
                        + ": add that if you trust the plugin, or remove the plugin"));
    }

    @Test
    void aChangedNativeFileKeepsThePluginOut() throws Exception {
        String digest = printed(folder, OF_A_FOLDER);
        assertThat(problems(digest)).isEmpty();
        Files.writeString(folder.resolve("native/libnewest.so"), "other code");
        assertThat(onlyProblem(digest)).startsWith("simmer.plugins-allowed does not list its SHA-256, ");
    }

    @Test
    void anAddedNativeFileKeepsThePluginOut() throws Exception {
        String digest = printed(folder, OF_A_FOLDER);
        Files.writeString(folder.resolve("native/libother.so"), "machine code");
        assertThat(onlyProblem(digest)).startsWith("simmer.plugins-allowed does not list its SHA-256, ");
    }

    @Test
    void whatALinkLeadsToCounts() throws Exception {
        Files.move(folder.resolve("native"), elsewhere.resolve("native"));
        Files.createSymbolicLink(folder.resolve("native"), elsewhere.resolve("native"));
        String digest = printed(folder, OF_A_FOLDER);
        assertThat(problems(digest)).isEmpty();
        Files.writeString(elsewhere.resolve("native/libnewest.so"), "other code");
        assertThat(onlyProblem(digest)).startsWith("simmer.plugins-allowed does not list its SHA-256, ");
    }

    @Test
    void aLinkBackAndALinkToNothingAreRefused() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("native/back"), folder);
        assertThat(onlyProblem()).startsWith("it holds a link that leads back into itself (");
        Files.delete(link);
        Files.createSymbolicLink(link, elsewhere.resolve("gone"));
        assertThat(onlyProblem()).isEqualTo("it holds native/back, which is no file, or a link to none: remove that");
    }

    @Test
    void aNameThatIsWrittenDifferentlyElsewhereIsRefused() throws Exception {
        Files.writeString(folder.resolve("native/new\nline"), "machine code");
        assertThat(onlyProblem()).isEqualTo("it holds a file with a backslash, or a sign that is not ASCII, in its name"
                + " (native/new?line): rename that");
    }

    @Test
    void aFolderOfTooManyFilesIsRefused() throws Exception {
        for (int i = 0; i < PluginFiles.MOST_FILES; i++) {
            Files.createFile(folder.resolve("native/" + i));
        }
        assertThat(onlyProblem()).startsWith("it holds over 10000 files and folders");
    }
}
