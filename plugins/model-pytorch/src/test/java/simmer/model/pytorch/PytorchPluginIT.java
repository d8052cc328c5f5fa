package simmer.model.pytorch;

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
import java.util.jar.JarFile;
import java.util.stream.Stream;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.spi.ModelProvider;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/** The drop-in folder as it ships, in class loaders like the host's, beside that of {@code onnx}. */
final class PytorchPluginIT {

    private static final Path PYTORCH = Path.of(System.getProperty("simmer.plugin"));
    private static final Path ONNX = Path.of(System.getProperty("simmer.plugin.onnx"));
    private static final Path EMBEDDED = Path.of(System.getProperty("simmer.model"));
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    /** One test, for a process loads libtorch once. */
    @Test
    void bothEnginesReadInOneProcess(@TempDir Path folder) throws IOException {
        TinyModel.in(folder);
        try (URLClassLoader onnxLoader = loader(ONNX); URLClassLoader pytorchLoader = loader(PYTORCH)) {
            SentimentModel onnx = create(onnxLoader, EMBEDDED);
            Sentiment before = read(onnx);
            SentimentModel pytorch = create(pytorchLoader, folder);
            assertThat(pytorch.type()).isEqualTo("pytorch");
            assertThat(read(pytorch).negative()).isGreaterThan(0.5);
            assertThat(read(onnx)).as("after libtorch was loaded").isEqualTo(before);
            Sentiment expected = read(pytorch);
            onnx.close();
            assertThat(read(pytorch)).as("after the other was closed").isEqualTo(expected);
            pytorch.close();
        }
        try (Stream<Path> files = Files.walk(TEMPORARY)) {
            assertThat(files.filter(file -> !file.startsWith(PYTORCH)).map(file -> file.getFileName().toString()))
                    .doesNotContain(System.mapLibraryName("djl_torch"), System.mapLibraryName("torch_cpu"),
                            System.mapLibraryName("tokenizers"));
        }
    }

    @Test
    void theFolderHoldsNothingThatTheHostBrings() throws IOException {
        assertThat(jars(PYTORCH)).extracting(jar -> jar.getFileName().toString())
                .anyMatch(name -> name.startsWith("simmer-model-pytorch"))
                .anyMatch(name -> name.startsWith("simmer-model-djl"))
                .noneMatch(name -> name.matches("(slf4j|helidon|simmer-spi|jakarta|jspecify|onnxruntime|pytorch-native).*"));
        assertThat(PYTORCH.resolve("native")).isDirectoryContaining(file -> file.endsWith("build-version"))
                .isDirectoryContaining(file -> file.endsWith(System.mapLibraryName("torch_cpu")));
    }

    @Test
    void theHostIsToldThatLibtorchLoadsOnce() throws IOException {
        Path jar = jars(PYTORCH).stream().filter(file -> file.getFileName().toString().startsWith("simmer-model-pytorch"))
                .findFirst().orElseThrow();
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.getManifest().getMainAttributes().getValue("Simmer-Native-Once")).isEqualTo("libtorch");
        }
    }

    private static SentimentModel create(ClassLoader loader, Path model) {
        Config options = Config.just(ConfigSources.create(Map.of("path", model.toString())));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return ServiceLoader.load(ModelProvider.class, loader).findFirst().orElseThrow().create(options, "test");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Sentiment read(SentimentModel model) {
        return model.read(List.of(new Utterance("the worst bot, I hate it"))).getFirst();
    }

    private static URLClassLoader loader(Path folder) throws IOException {
        URL[] urls = jars(folder).stream().map(PytorchPluginIT::url).toArray(URL[]::new);
        return new URLClassLoader(urls, new Shared(PytorchPluginIT.class.getClassLoader()));
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().toList();
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
