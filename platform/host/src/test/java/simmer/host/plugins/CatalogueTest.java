package simmer.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.helidon.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.host.fixture.Jar;
import simmer.host.fixture.NewestScoringProvider;
import simmer.spi.Scoring;
import simmer.spi.ScoringProvider;
import simmer.spi.Turn;

final class CatalogueTest {

    private static final String NEWEST = NewestScoringProvider.class.getName();

    @TempDir
    private Path plugins = Path.of("set by JUnit");

    private static Jar newest() throws IOException {
        return Jar.plugin().service("Scoring", NewestScoringProvider.class).type(NEWEST + "$Newest");
    }

    private String problem() throws IOException {
        try (Catalogue catalogue = Catalogue.of(List.of(plugins), TrustedPlugins.all())) {
            assertThat(catalogue.problems()).hasSize(1);
            return catalogue.problems().getFirst().sentence();
        }
    }

    @Test
    void aFolderOfJarsIsAPlugin() throws IOException {
        Jar.plugin().service("Scoring", NewestScoringProvider.class).write(plugins.resolve("newest/provider.jar"));
        Jar.bare().type(NEWEST + "$Newest").write(plugins.resolve("newest/library.jar"));
        try (Catalogue catalogue = Catalogue.of(List.of(plugins), TrustedPlugins.all())) {
            assertThat(catalogue.problems()).isEmpty();
            Plugin<?> plugin = catalogue.find(Kind.SCORING, "newest").orElseThrow();
            assertThat(plugin.version()).isEqualTo("1.2.3");
            assertThat(plugin.name()).isEqualTo("newest");
            assertThat(plugin.<Object>call(provider -> provider.create(Config.empty(), "newest")))
                    .isInstanceOf(Scoring.class);
        }
    }

    @Test
    void aSelfContainedJarIsAPlugin() throws IOException {
        newest().write(plugins.resolve("newest.jar"));
        Files.writeString(plugins.resolve("README.md"), "no plugin");
        Files.writeString(plugins.resolve(".hidden.jar"), "no plugin");
        try (Catalogue catalogue = Catalogue.of(List.of(plugins), TrustedPlugins.all())) {
            assertThat(catalogue.problems()).isEmpty();
            assertThat(catalogue.keys(Kind.SCORING)).containsExactly("newest");
            assertThat(catalogue.keys(Kind.MODEL)).isEmpty();
        }
    }

    @Test
    void aPluginRunsWithItsOwnLoaderAndSeesNothingElseOfTheHost() throws IOException {
        newest().write(plugins.resolve("newest.jar"));
        try (Catalogue catalogue = Catalogue.of(List.of(plugins), TrustedPlugins.all())) {
            Plugin<?> plugin = catalogue.find(Kind.SCORING, "newest").orElseThrow();
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            ClassLoader during = plugin.call(provider -> Thread.currentThread().getContextClassLoader());
            assertThat(during).isInstanceOf(PluginClassLoader.class);
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
            assertThat(plugin.<ClassLoader>call(provider -> provider.getClass().getClassLoader())).isSameAs(during);
            assertThat(sees(during, Turn.class.getName())).isTrue();
            assertThat(sees(during, "org.slf4j.Logger")).isTrue();
            assertThat(sees(during, Catalogue.class.getName())).isFalse();
            assertThat(sees(during, "com.github.benmanes.caffeine.cache.Cache")).isFalse();
            assertThat(during.getResource("META-INF/services/io.helidon.config.spi.ConfigParser")).isNotNull();
        }
    }

    private static boolean sees(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name) != null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Test
    void aMissingFolderIsNamed() throws IOException {
        try (Catalogue catalogue = Catalogue.of(List.of(plugins.resolve("gone")), TrustedPlugins.all())) {
            assertThat(catalogue.problems()).containsExactly(new PluginProblem(plugins.resolve("gone").toString(),
                    "there is no such folder: set simmer.plugins to the folder of the plugins"));
        }
    }

    @Test
    void aJarThatIsNoZipIsNamed() throws IOException {
        Files.writeString(plugins.resolve("half.jar"), "PK and then the connection broke");
        assertThat(problem()).matches("half\\.jar is no jar, or a broken one \\(.*\\): copy it again");
    }

    @Test
    void aJarWithoutAProviderIsNamed() throws IOException {
        Jar.plugin().write(plugins.resolve("nothing.jar"));
        assertThat(problem()).isEqualTo("no provider in it: no jar has a file META-INF/services/ with the name of"
                + " simmer.spi.ModelProvider, ScoringProvider or RouterProvider");
    }

    @Test
    void anEmptyFolderIsNamed() throws IOException {
        Files.createDirectory(plugins.resolve("empty"));
        assertThat(problem()).isEqualTo("the folder holds no jar: put the plugin's jars into it, or remove it");
    }

    /** A provider whose constructor throws. */
    public static final class Throwing implements ScoringProvider {

        public Throwing() {
            throw new IllegalStateException("no licence found");
        }

        @Override
        public String configKey() {
            return "throwing";
        }

        @Override
        public Scoring create(Config options, String name) {
            throw new IllegalStateException("never made");
        }
    }

    @Test
    void aProviderWhoseConstructorThrowsIsNamed() throws IOException {
        Jar.plugin().service("Scoring", Throwing.class).write(plugins.resolve("throwing.jar"));
        assertThat(problem()).isEqualTo("Provider " + Throwing.class.getName() + " could not be instantiated, because of"
                + " java.lang.IllegalStateException: no licence found: report it to the plugin's author");
    }

    @Test
    void aProviderThatTheServicesFileNamesInVainIsNamed() throws IOException {
        Jar.plugin().named("Scoring", "com.example.Gone").write(plugins.resolve("gone.jar"));
        assertThat(problem()).isEqualTo("Provider com.example.Gone not found: report it to the plugin's author");
    }

    /** A provider that needs a class which its jar lacks. */
    public static final class Needy implements ScoringProvider {

        private final Needed needed = new Needed();

        @Override
        public String configKey() {
            return needed.key();
        }

        @Override
        public Scoring create(Config options, String name) {
            throw new IllegalStateException("never made");
        }
    }

    /** The class that is left out. */
    public static final class Needed {

        String key() {
            return "needy";
        }
    }

    @Test
    void aMissingClassIsNamed() throws IOException {
        Jar.plugin().service("Scoring", Needy.class).write(plugins.resolve("needy.jar"));
        assertThat(problem()).isEqualTo("the class " + Needed.class.getName()
                + " is missing: put the jar that holds it into the plugin's folder");
    }

    @Test
    void aPluginForAnotherSpiIsRefused() throws IOException {
        newest().attribute("Simmer-Spi", "[2.0,3.0)").write(plugins.resolve("newest.jar"));
        assertThat(problem()).isEqualTo("it was built for SPI [2.0,3.0), this Simmer has 1.2: get the plugin's release for"
                + " this Simmer");
    }

    @Test
    void aPluginThatDoesNotSayItsSpiIsRefused() throws IOException {
        Jar.bare().service("Scoring", NewestScoringProvider.class).write(plugins.resolve("newest.jar"));
        assertThat(problem()).isEqualTo("the manifest of newest.jar does not say which SPI it was built for: add"
                + " 'Simmer-Spi: [1.2,2.0)'");
    }

    @Test
    void twoPluginsWithOneKeyAreRefused() throws IOException {
        newest().write(plugins.resolve("newest.jar"));
        newest().write(plugins.resolve("other.jar"));
        assertThat(problem()).isEqualTo("it provides the scoring 'newest', as " + plugins.resolve("newest.jar")
                + " does: remove one of the two");
    }

    @Test
    void aModuleThatTheRuntimeLacksIsNamed() throws IOException {
        newest().attribute("Simmer-Modules", "java.base, java.absent").write(plugins.resolve("newest.jar"));
        assertThat(problem()).isEqualTo("it needs the JDK module java.absent, which this runtime lacks and a full JDK "
                + Runtime.version().feature() + " has: set SIMMER_JAVA_HOME to one");
    }

    @Test
    void aNativeLibraryThatLoadsOnceHasOneHolder() throws IOException {
        newest().attribute("Simmer-Native-Once", "torch").write(plugins.resolve("first.jar"));
        newest().attribute("Simmer-Native-Once", "torch").write(plugins.resolve("second.jar"));
        assertThat(problem()).isEqualTo("it brings the native library torch, as first does, and a process loads it once"
                + " only: remove one of the two");
    }

    @Test
    void aClassFileOfANewerJavaIsNamed() throws IOException {
        byte[] newer = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0x7F, 0x7F, 0, 0, 0, 0};
        Jar.plugin().named("Scoring", "com.example.Newer").entry("com/example/Newer.class", newer)
                .write(plugins.resolve("newer.jar"));
        assertThat(problem()).startsWith("it was compiled for a newer Java than " + Runtime.version().feature());
    }

    @Test
    void aServicesFileWithRubbishIsNamed() throws IOException {
        Jar.plugin().entry("META-INF/services/simmer.spi.ScoringProvider",
                "this is no class name".getBytes(StandardCharsets.UTF_8)).write(plugins.resolve("rubbish.jar"));
        assertThat(problem()).endsWith("report it to the plugin's author");
    }
}
