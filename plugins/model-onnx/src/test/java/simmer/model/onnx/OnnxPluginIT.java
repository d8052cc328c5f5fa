package simmer.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import org.junit.jupiter.api.Test;

import simmer.spi.ModelProvider;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/** The drop-in folder as it ships, in class loaders like the host's. */
final class OnnxPluginIT {

    private static final Path FOLDER = Path.of(System.getProperty("simmer.plugin"));
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    @Test
    void twoCopiesLiveInOneProcessAndReadTheSame() throws IOException {
        try (URLClassLoader firstLoader = pluginLoader(); URLClassLoader secondLoader = pluginLoader()) {
            SentimentModel first = create(firstLoader);
            SentimentModel second = create(secondLoader);
            assertThat(first.getClass()).isNotSameAs(second.getClass());

            Sentiment expected = read(first);
            assertThat(read(second)).isEqualTo(expected);
            first.close();
            assertThat(read(second)).as("after the first was closed").isEqualTo(expected);
            second.close();
        }
    }

    @Test
    void aModelReadsWhateverTheThreadsContextClassLoaderIs() throws IOException {
        try (URLClassLoader loader = pluginLoader()) {
            SentimentModel model = create(loader);
            Sentiment expected = read(model);
            for (ClassLoader other : List.of(ClassLoader.getPlatformClassLoader(), loader)) {
                assertThat(inContext(other, () -> read(model))).isEqualTo(expected);
            }
            model.close();
        }
    }

    @Test
    void aModelThatWasLoadedLeavesNoNativeCodeBehind() throws IOException {
        try (URLClassLoader loader = pluginLoader()) {
            create(loader).close();
        }
        try (Stream<Path> files = Files.walk(TEMPORARY)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain(
                    System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"),
                    System.mapLibraryName("tokenizers"));
        }
    }

    @Test
    void theFolderHoldsNothingThatTheHostBrings() throws IOException {
        assertThat(jars()).extracting(jar -> jar.getFileName().toString())
                .anyMatch(name -> name.startsWith("simmer-model-onnx"))
                .anyMatch(name -> name.startsWith("simmer-model-djl"))
                .noneMatch(name -> name.matches("(slf4j|helidon|simmer-spi|jakarta|jspecify).*"));
    }

    private static SentimentModel create(ClassLoader loader) {
        Config options = Config.just(ConfigSources.create(Map.of("path", System.getProperty("simmer.model"))));
        return inContext(loader, () -> ServiceLoader.load(ModelProvider.class, loader).findFirst().orElseThrow()
                .create(options, "test"));
    }

    private static Sentiment read(SentimentModel model) {
        return model.read(List.of(new Utterance("this is the worst service ever"))).getFirst();
    }

    private static <T> T inContext(ClassLoader loader, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URLClassLoader pluginLoader() throws IOException {
        URL[] urls = jars().stream().map(OnnxPluginIT::url).toArray(URL[]::new);
        return new URLClassLoader(urls, new Shared(OnnxPluginIT.class.getClassLoader()));
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** What a plugin gets from the host: the packages that the host shares, and the JDK. */
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
