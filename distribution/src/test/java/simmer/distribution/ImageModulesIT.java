package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import simmer.distribution.fixture.Command;
import simmer.distribution.fixture.Image;

/** The runtime has the JDK modules that the host and the shipped plugins name. */
final class ImageModulesIT {

    /**
     * The compiler for translators that are shipped as source, as Simmer's are not; Kerberos and row sets, which database
     * drivers and pools offer and Simmer doesn't.
     */
    private static final Set<String> NEVER_USED = Set.of("java.compiler", "java.security.jgss", "java.sql.rowset");

    private final Image image = Image.built();

    @Test
    void theRuntimeHasWhatHostAndPluginsName() throws Exception {
        Set<String> there = Command.ofWords(List.of(image.home().resolve("runtime/bin/java").toString(), "--list-modules"))
                .run().out().lines().map(line -> line.replaceFirst("@.*", "")).collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        List<Path> undescribed = new ArrayList<>();
        for (Path jar : jars()) {
            ModuleDescriptor descriptor = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
            if (descriptor.isAutomatic()) {
                undescribed.add(jar);
            } else {
                descriptor.requires().stream()
                        .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC)).map(Requires::name)
                        .filter(name -> name.matches("(java|jdk)\\..*")).forEach(named::add);
            }
        }
        named.addAll(byClasses(undescribed));
        named.removeAll(NEVER_USED);
        assertThat(named).contains("java.base", "java.sql");
        assertThat(there).containsAll(named);
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> library = Files.list(image.lib()); Stream<Path> plugins = Files.walk(image.plugins())) {
            return Stream.concat(library, plugins).filter(path -> path.toString().endsWith(".jar")).toList();
        }
    }

    /** By the classes that a jar's own classes name. */
    private static Set<String> byClasses(List<Path> jars) {
        List<String> words = new ArrayList<>(List.of("-summary", "--multi-release", "25", "--ignore-missing-deps"));
        jars.forEach(jar -> words.add(jar.toString()));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int exitCode = ToolProvider.findFirst("jdeps").orElseThrow().run(out, out, words.toArray(String[]::new));
        assertThat(exitCode).as(said.toString()).isZero();
        return said.toString().lines().map(line -> line.replaceFirst(".* -> ", ""))
                .filter(name -> name.matches("(java|jdk)\\.[a-z.]+")).collect(Collectors.toSet());
    }
}
