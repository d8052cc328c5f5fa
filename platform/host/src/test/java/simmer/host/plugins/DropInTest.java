package simmer.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.testkit.DropIn;

/** The testkit loads a plugin as this room does: what a plugin's tests see of the host is what it gets. */
final class DropInTest {

    private static final String CLASS = ".class";

    @TempDir
    private Path noJars = Path.of("set by JUnit");

    /** All files of our own class path, jars and folders. */
    private static Set<String> files() throws IOException {
        Set<String> files = new TreeSet<>();
        for (String place : List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))) {
            Path path = Path.of(place);
            if (Files.isDirectory(path)) {
                try (Stream<Path> all = Files.walk(path)) {
                    all.filter(Files::isRegularFile).forEach(it -> files.add(path.relativize(it).toString()));
                }
            } else {
                try (JarFile jar = new JarFile(path.toFile())) {
                    jar.stream().map(ZipEntry::getName).forEach(files::add);
                }
            }
        }
        return files;
    }

    @Test
    void seesTheSameClassesOfTheHostAsAPlugin() throws IOException {
        TreeMap<String, String> oneOfEachPackage = new TreeMap<>();
        files().stream().filter(it -> it.endsWith(CLASS) && it.indexOf('/') > 0 && !it.startsWith("META-INF"))
                .map(it -> it.substring(0, it.length() - CLASS.length()).replace('/', '.'))
                .forEach(it -> oneOfEachPackage.putIfAbsent(it.substring(0, it.lastIndexOf('.')), it));
        ClassLoader host = getClass().getClassLoader();
        try (PluginClassLoader plugin = new PluginClassLoader("none", List.of(), host); DropIn dropIn = DropIn.of(noJars)) {
            assertThat(oneOfEachPackage.values().stream().filter(it -> sees(plugin, it))).as("of the host's")
                    .hasSizeGreaterThan(20);
            assertThat(oneOfEachPackage.values().stream().filter(it -> sees(dropIn.loader(), it)))
                    .containsExactlyElementsOf(oneOfEachPackage.values().stream().filter(it -> sees(plugin, it)).toList());
        }
    }

    private static boolean sees(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader).getName().equals(name);
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    @Test
    void findsTheSameResourcesOfTheHostAsAPlugin() throws IOException {
        List<String> resources = files().stream().filter(it -> it.startsWith("META-INF/")).toList();
        ClassLoader host = getClass().getClassLoader();
        try (PluginClassLoader plugin = new PluginClassLoader("none", List.of(), host); DropIn dropIn = DropIn.of(noJars)) {
            int shared = 0;
            for (String resource : resources) {
                List<URL> found = Collections.list(plugin.getResources(resource));
                assertThat(Collections.list(dropIn.loader().getResources(resource))).as(resource).isEqualTo(found);
                assertThat(dropIn.loader().getResource(resource)).as(resource).isEqualTo(plugin.getResource(resource));
                shared += found.size();
            }
            assertThat(shared).as("of the host's").isGreaterThan(20);
        }
    }
}
