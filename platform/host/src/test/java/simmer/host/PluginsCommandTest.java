package simmer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import simmer.host.configuration.Installation;
import simmer.host.fixture.EvenScoringProvider;
import simmer.host.fixture.Home;
import simmer.host.fixture.Jar;
import simmer.host.fixture.NewestScoringProvider;
import simmer.host.fixture.NumbersModelProvider;
import simmer.host.fixture.SpareModelProvider;

/** {@code simmer plugins}, {@code add} and {@code remove}. */
final class PluginsCommandTest {

    private static final String EVEN = EvenScoringProvider.class.getName();

    @TempDir
    private Path elsewhere = Path.of("set by JUnit");

    private final Home home;

    PluginsCommandTest(@TempDir Path folder) throws IOException {
        // The commands run without an installation of their own, so what is relative would start in the working folder.
        home = new Home(folder).with("{numbers: {}}", "{numbers: {path: " + folder + "}}");
    }

    private record Ended(int exitCode, String out, String err) {
    }

    private Ended run(String... command) throws IOException {
        Installation installation = home.installation();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = SimmerCommand.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = Stream.concat(Stream.of(command), Stream.of("--config", installation.configuration().toString(),
                "--plugins", home.plugins().toString())).toArray(String[]::new);
        return new Ended(line.execute(all), out.toString(), err.toString());
    }

    private static Jar even() throws IOException {
        return Jar.plugin().service("Scoring", EvenScoringProvider.class).type(EVEN + "$Even");
    }

    private String refusal(Path source) throws IOException {
        Ended ended = run("plugins", "add", source.toString());
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(shelf()).as("the folder is as it was").containsExactly("fixture.jar");
        return ended.err().strip();
    }

    /** All that lies in the plugins folder, hidden leftovers too. */
    private String[] shelf() throws IOException {
        try (Stream<Path> files = Files.list(home.plugins())) {
            return files.map(file -> Objects.requireNonNull(file.getFileName()).toString()).sorted().toArray(String[]::new);
        }
    }

    @Test
    void whatIsThereIsShownWithItsDigestAndOptions() throws IOException {
        Ended shown = run("plugins");
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.out().lines()).contains(
                "model    numbers    version 1.2.3, SPI [1.0,2.0), " + home.plugins().resolve("fixture.jar"),
                "           threads  (threads that read at once: 1 to 8; default 1)");
        assertThat(shown.out()).containsPattern("(?m)^           SHA-256 [0-9a-f]{64}$");
    }

    @Test
    void aJarIsAddedAndThenCanBeNamed() throws IOException {
        Path jar = even().write(elsewhere.resolve("even.jar"));
        Ended added = run("plugins", "add", jar.toString());
        assertThat(added.exitCode()).as(added.err()).isZero();
        assertThat(added.out().strip()).isEqualTo("added scoring even 1.2.3: name it as 'scoring: {even: {…}}'");
        assertThat(shelf()).containsExactlyInAnyOrder("fixture.jar", "even.jar");
        assertThat(home.plugins().resolve("even.jar")).hasSameBinaryContentAs(jar);
        home.with("{newest: {}}", "{even: {}}");
        assertThat(run("check").out()).contains("scoring even 1.2.3");
    }

    @Test
    void aFolderOfJarsIsAddedWhole() throws IOException {
        Jar.plugin().service("Scoring", EvenScoringProvider.class).write(elsewhere.resolve("even/provider.jar"));
        Jar.bare().type(EVEN + "$Even").write(elsewhere.resolve("even/library.jar"));
        Files.writeString(Files.createDirectory(elsewhere.resolve("even/native")).resolve("libeven.so"), "machine code");
        Path gone = Files.createSymbolicLink(elsewhere.resolve("even/native/libgone.so"), elsewhere.resolve("gone"));
        assertThat(refusal(elsewhere.resolve("even"))).endsWith(" was not added: it holds native/libgone.so, which is no"
                + " file, or a link to none: remove that");
        Files.delete(gone);
        Ended added = run("plugins", "add", elsewhere.resolve("even") + "/");
        assertThat(added.exitCode()).as(added.err()).isZero();
        assertThat(home.plugins().resolve("even/native/libeven.so")).hasContent("machine code");
        assertThat(shelf()).containsExactlyInAnyOrder("fixture.jar", "even");
        assertThat(run("plugins").out()).contains("scoring  even       version 1.2.3");
    }

    @Test
    void whatCantBeAPluginIsRefusedInOneSentence() throws IOException {
        Path gone = elsewhere.resolve("gone.jar");
        assertThat(refusal(gone)).isEqualTo(gone + " was not added: there is no such file");
        Path text = Files.writeString(elsewhere.resolve("notes.txt"), "no plugin");
        assertThat(refusal(text)).isEqualTo(text + " was not added: it is neither a jar nor a folder of jars");
        Path half = Files.writeString(elsewhere.resolve("half.jar"), "PK and then the connection broke");
        assertThat(refusal(half)).startsWith(half + " was not added: half.jar is no jar, or a broken one (");
        Path hidden = even().write(elsewhere.resolve(".even.jar"));
        assertThat(refusal(hidden)).contains("its name begins with a dot");
        Path nothing = Jar.plugin().write(elsewhere.resolve("nothing.jar"));
        assertThat(refusal(nothing)).startsWith(nothing + " was not added: no provider in it");
        Path future = even().attribute("Simmer-Spi", "[2.0,3.0)").write(elsewhere.resolve("future.jar"));
        assertThat(refusal(future)).startsWith(future + " was not added: it was built for SPI [2.0,3.0)");
        Path needy = even().attribute("Simmer-Modules", "java.absent").write(elsewhere.resolve("needy.jar"));
        assertThat(refusal(needy)).startsWith(needy + " was not added: it needs the JDK module java.absent");
    }

    @Test
    void aByteThatRottedInAClassThatNobodyLoadedYetIsFound() throws IOException {
        Path jar = even().entry("com/example/Later.class", new byte[4_096]).write(elsewhere.resolve("even.jar"));
        byte[] bytes = Files.readAllBytes(jar);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("com/example/Later.class");
        bytes[name + "com/example/Later.class".length() + 2] ^= 0x55;
        Files.write(jar, bytes);
        assertThat(refusal(jar)).startsWith(jar + " was not added: even.jar is no jar, or a broken one (");
    }

    @Test
    void aKeyThatIsTakenIsRefused() throws IOException {
        Path twin = Jar.plugin().service("Scoring", NewestScoringProvider.class)
                .type(NewestScoringProvider.class.getName() + "$Newest").write(elsewhere.resolve("twin.jar"));
        assertThat(refusal(twin)).isEqualTo(twin + " was not added: it provides the scoring 'newest', as "
                + home.plugins().resolve("fixture.jar") + " does: remove one of the two");
        Path fixture = even().write(elsewhere.resolve("fixture.jar"));
        assertThat(refusal(fixture)).isEqualTo(fixture + " was not added: there is a plugin fixture in " + home.plugins()
                + ": remove that first, with 'simmer plugins remove fixture'");
    }

    @Test
    void withACheckThatFailsNothingIsAdded() throws IOException {
        Path jar = even().write(elsewhere.resolve("even.jar"));
        home.with("{numbers: {", "{numbers: {threads: 9, ");
        assertThat(refusal(jar)).startsWith(jar + " was not added, for a check with it fails. ")
                .contains("simmer.model.numbers.threads  is 9, must be 1 to 8");
    }

    @Test
    void theListOfDigestsHoldsForWhatIsAddedToo() throws IOException {
        String digest = run("plugins").out().replaceAll("(?s).*SHA-256 (\\S+).*", "$1");
        home.with("  answer-within", "  plugins-allowed: [" + digest + "]\n  answer-within");
        Path jar = even().write(elsewhere.resolve("even.jar"));
        assertThat(refusal(jar)).startsWith(jar + " was not added: simmer.plugins-allowed does not list its SHA-256, ");
        assertThat(run("check").exitCode()).isZero();
        home.with(digest, "");
        assertThat(run("check").err()).contains("simmer.plugins-allowed does not list its SHA-256, " + digest);
        home.with("[]", "[" + digest.substring(1) + "]");
        assertThat(run("check").err()).contains("simmer.plugins-allowed").contains("must be SHA-256 digests of 64");
    }

    @Test
    void aPluginThatIsNamedStaysAndAnotherGoes() throws IOException {
        even().write(home.plugins().resolve("even/one.jar"));
        Ended named = run("plugins", "remove", "fixture");
        assertThat(named.exitCode()).isEqualTo(2);
        assertThat(named.err().strip()).isEqualTo("fixture was not removed: simmer.model, simmer.scoring, simmer.router in "
                + home.installation().configuration() + " names it; name another there first");
        assertThat(run("plugins", "remove", "even").out().strip())
                .isEqualTo("removed " + home.plugins().resolve("even"));
        assertThat(shelf()).containsExactly("fixture.jar");
        assertThat(run("plugins", "remove", "even").err()).startsWith("there is no plugin even in ");
    }

    @Test
    void theFallbacksPluginStaysToo() throws IOException {
        Jar.plugin().service("Model", SpareModelProvider.class).type(NumbersModelProvider.class.getName())
                .write(home.plugins().resolve("spare.jar"));
        home.with("}}", "}, fallback: {spare: {}}}");
        assertThat(run("plugins", "remove", "spare").err()).contains("spare was not removed: simmer.model.fallback in ");
    }

    @Test
    void aPluginWhoseOptionsCantBeReadIsNamed() throws IOException {
        even().entry("META-INF/helidon/config-metadata.json", "[{\"types\": 7}]".getBytes(StandardCharsets.UTF_8))
                .write(home.plugins().resolve("even.jar"));
        Ended list = run("plugins");
        assertThat(list.exitCode()).isEqualTo(2);
        assertThat(list.out()).contains("model    numbers ");
        assertThat(list.err().strip()).isEqualTo(home.plugins().resolve("even.jar")
                + ": the plugin even has a META-INF/helidon/config-metadata"
                + ".json that is not as Helidon's builder writes it: build the plugin again with that, or remove it");
        home.with("{newest: {}}", "{even: {}}");
        assertThat(run("check")).satisfies(ended -> {
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).contains("simmer.scoring.even  the plugin even has");
        });
    }

    @Test
    void aPluginThatCantBeLoadedIsRemovedToo() throws IOException {
        Files.writeString(home.plugins().resolve("half.jar"), "PK and then the connection broke");
        assertThat(run("plugins").exitCode()).isEqualTo(2);
        assertThat(run("plugins", "remove", "half").exitCode()).isZero();
        assertThat(run("plugins").exitCode()).isZero();
    }
}
