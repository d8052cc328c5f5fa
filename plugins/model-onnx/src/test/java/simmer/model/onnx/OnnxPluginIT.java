package simmer.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import org.junit.jupiter.api.Test;

import simmer.spi.ModelProvider;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;
import simmer.testkit.DropIn;

/** The drop-in folder as it ships, in class loaders like the host's. */
final class OnnxPluginIT {

    private static final Path FOLDER = Path.of(System.getProperty("simmer.plugin"));
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    @Test
    void twoCopiesLiveInOneProcessAndReadTheSame() throws IOException {
        try (DropIn firstFolder = DropIn.of(FOLDER); DropIn secondFolder = DropIn.of(FOLDER)) {
            SentimentModel first = create(firstFolder);
            SentimentModel second = create(secondFolder);
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
        try (DropIn plugin = DropIn.of(FOLDER)) {
            SentimentModel model = create(plugin);
            Sentiment expected = read(model);
            for (ClassLoader other : List.of(ClassLoader.getPlatformClassLoader(), plugin.loader())) {
                assertThat(DropIn.inContext(other, () -> read(model))).isEqualTo(expected);
            }
            model.close();
        }
    }

    @Test
    void aModelThatWasLoadedLeavesNoNativeCodeBehind() throws IOException {
        try (DropIn plugin = DropIn.of(FOLDER)) {
            create(plugin).close();
        }
        try (Stream<Path> files = Files.walk(TEMPORARY)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain(
                    System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"),
                    System.mapLibraryName("tokenizers"));
        }
    }

    @Test
    void theFolderHoldsNothingThatTheHostBrings() throws IOException {
        assertThat(DropIn.jars(FOLDER)).extracting(jar -> jar.getFileName().toString())
                .anyMatch(name -> name.startsWith("simmer-model-onnx"))
                .anyMatch(name -> name.startsWith("simmer-model-djl"))
                .noneMatch(name -> name.matches("(slf4j|helidon|simmer-spi|jakarta|jspecify).*"));
    }

    private static SentimentModel create(DropIn plugin) {
        Config options = Config.just(ConfigSources.create(Map.of("path", System.getProperty("simmer.model"))));
        return plugin.inContext(() -> plugin.provider(ModelProvider.class).create(options, "test"));
    }

    private static Sentiment read(SentimentModel model) {
        return model.read(List.of(new Utterance("this is the worst service ever"))).getFirst();
    }
}
