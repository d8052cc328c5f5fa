package simmer.model.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import simmer.testkit.DropIn;

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
        try (DropIn onnxFolder = DropIn.of(ONNX); DropIn pytorchFolder = DropIn.of(PYTORCH)) {
            SentimentModel onnx = create(onnxFolder, EMBEDDED);
            Sentiment before = read(onnx);
            SentimentModel pytorch = create(pytorchFolder, folder);
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
        assertThat(DropIn.jars(PYTORCH)).extracting(jar -> jar.getFileName().toString())
                .anyMatch(name -> name.startsWith("simmer-model-pytorch"))
                .anyMatch(name -> name.startsWith("simmer-model-djl"))
                .noneMatch(name -> name.matches("(slf4j|helidon|simmer-spi|jakarta|jspecify|onnxruntime|pytorch-native).*"));
        assertThat(PYTORCH.resolve("native")).isDirectoryContaining(file -> file.endsWith("build-version"))
                .isDirectoryContaining(file -> file.endsWith(System.mapLibraryName("torch_cpu")));
    }

    @Test
    void theHostIsToldThatLibtorchLoadsOnce() throws IOException {
        Path jar = DropIn.jars(PYTORCH).stream()
                .filter(file -> file.getFileName().toString().startsWith("simmer-model-pytorch"))
                .findFirst().orElseThrow();
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.getManifest().getMainAttributes().getValue("Simmer-Native-Once")).isEqualTo("libtorch");
        }
    }

    private static SentimentModel create(DropIn plugin, Path model) {
        Config options = Config.just(ConfigSources.create(Map.of("path", model.toString())));
        return plugin.inContext(() -> plugin.provider(ModelProvider.class).create(options, "test"));
    }

    private static Sentiment read(SentimentModel model) {
        return model.read(List.of(new Utterance("the worst bot, I hate it"))).getFirst();
    }
}
