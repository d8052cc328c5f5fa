package simmer.testkit;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A plugin's drop-in folder, loaded as the host does it: its jars in a class loader of their own, above which are only the
 * JDK and what the host shares. For one thread.
 */
public final class DropIn implements AutoCloseable {

    private final URLClassLoader loader;

    private DropIn(URLClassLoader loader) {
        this.loader = loader;
    }

    /** Loads all jars of a folder, and none of its sub-folders. */
    public static DropIn of(Path folder) throws IOException {
        URL[] urls = jars(folder).stream().map(DropIn::url).toArray(URL[]::new);
        return new DropIn(new PluginLoader(urls, DropIn.class.getClassLoader()));
    }

    /** The jars of a folder, in the order of their names. */
    public static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** What the folder's classes live in. */
    public ClassLoader loader() {
        return loader;
    }

    /** Its only provider of a kind. */
    public <T> T provider(Class<T> kind) {
        return ServiceLoader.load(kind, loader).findFirst()
                .orElseThrow(() -> new AssertionError("the folder has no " + kind.getSimpleName()));
    }

    /** Works with the plugin's loader as the thread's context class loader, as the host does. */
    public <T> T inContext(Supplier<T> work) {
        return inContext(loader, work);
    }

    /** Works with any context class loader. */
    public static <T> T inContext(ClassLoader loader, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** Gives a plugin what the host shares, and only from the host; all else from the plugin's own jars. */
    private static final class PluginLoader extends URLClassLoader {

        private static final List<String> PACKAGES = List.of("simmer.spi.", "io.helidon.", "jakarta.json.",
                "org.eclipse.parsson.", "org.slf4j.", "org.jspecify.");
        private static final List<String> RESOURCES = List.of("META-INF/helidon/", "META-INF/services/io.helidon.",
                "META-INF/services/jakarta.json.", "META-INF/services/org.slf4j.");

        private final ClassLoader host;

        PluginLoader(URL[] jars, ClassLoader host) {
            super(jars, ClassLoader.getPlatformClassLoader());
            this.host = host;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return isOf(PACKAGES, name) ? host.loadClass(name) : super.loadClass(name, resolve);
        }

        @Override
        public @Nullable URL getResource(String name) {
            return isOf(RESOURCES, name) ? host.getResource(name) : super.getResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return isOf(RESOURCES, name) ? host.getResources(name) : super.getResources(name);
        }

        private static boolean isOf(List<String> prefixes, String name) {
            return prefixes.stream().anyMatch(name::startsWith);
        }
    }
}
