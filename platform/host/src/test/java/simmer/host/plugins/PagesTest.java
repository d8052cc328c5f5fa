package simmer.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

import io.helidon.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smallest example on each kind's page, built as its reader would build it, and loaded. */
final class PagesTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("package (\\S+);");
    private static final Pattern PROVIDER = Pattern.compile("public final class (\\S+) implements (\\S+Provider)");

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void theSmallestModelIsOne() throws IOException {
        assertLoads("model", Kind.MODEL);
    }

    @Test
    void theSmallestStrategyIsOne() throws IOException {
        assertLoads("scoring", Kind.SCORING);
    }

    @Test
    void theSmallestRouterIsOne() throws IOException {
        assertLoads("router", Kind.ROUTER);
    }

    private void assertLoads(String page, Kind kind) throws IOException {
        build(Files.readString(Path.of("../../plugins/" + page + ".md")));
        try (Catalogue catalogue = Catalogue.of(List.of(folder.resolve("plugins")), TrustedPlugins.all())) {
            assertThat(catalogue.problems()).isEmpty();
            Plugin<?> plugin = catalogue.plugins().getFirst();
            assertThat(plugin.kind()).isEqualTo(kind);
            assertThat(plugin.<Object>call(provider -> provider.create(Config.empty(), "example"))).isNotNull();
        }
    }

    private void build(String page) throws IOException {
        String source = find(EXAMPLE, page).group(1);
        Matcher provider = find(PROVIDER, source);
        Path file = Files.writeString(folder.resolve(provider.group(1) + ".java"), source);
        Path classes = Files.createDirectories(folder.resolve("classes/META-INF/services"));
        Files.writeString(classes.resolve("simmer.spi." + provider.group(2)),
                find(PACKAGE, source).group(1) + "." + provider.group(1));
        Path manifest = Files.writeString(folder.resolve("manifest"), "Simmer-Spi: [1.1,2.0)\n");
        run("javac", "-Xlint:all,-classfile,-path", "-Werror", "-cp", System.getProperty("java.class.path"), "-proc:none",
                "-d",
                folder.resolve("classes").toString(), file.toString());
        Files.createDirectories(folder.resolve("plugins"));
        run("jar", "--create", "--file", folder.resolve("plugins/example.jar").toString(), "--manifest", manifest.toString(),
                "-C", folder.resolve("classes").toString(), ".");
    }

    private static Matcher find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher;
    }

    private static void run(String tool, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        assertThat(ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments)).as(said.toString()).isZero();
    }
}
