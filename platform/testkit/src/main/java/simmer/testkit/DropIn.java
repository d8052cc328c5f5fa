package simmer.testkit;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A plugin's drop-in folder, loaded as the host does it: its jars in a class loader of their own, above which are only the
 * JDK and the packages that the host shares. For one thread.
 */
public final class DropIn implements AutoCloseable {

    private final URLClassLoader loader;

    private DropIn(URLClassLoader loader) {
        this.loader = loader;
    }

    /** Loads all jars of a folder, and none of its sub-folders. */
    public static DropIn of(Path folder) throws IOException {
        URL[] urls = jars(folder).stream().map(DropIn::url).toArray(URL[]::new);
        return new DropIn(new URLClassLoader(urls, new Shared(DropIn.class.getClassLoader())));
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

    /** What a plugin gets from the host. */
    private static final class Shared extends ClassLoader {

        private static final List<String> PACKAGES = List.of("simmer.spi.", "io.helidon.", "org.slf4j.",
                "jakarta.json.", "org.jspecify.");

        private final ClassLoader host;

        Shared(ClassLoader host) {
            super(ClassLoader.getPlatformClassLoader());
            this.host = host;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (PACKAGES.stream().anyMatch(name::startsWith)) {
                return host.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
