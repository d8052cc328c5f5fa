package simmer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;

import simmer.distribution.fixture.Image;

/** What lies where in the image. */
final class ImageContentsIT {

    private final Image image = Image.built();

    @Test
    void thePluginsFolderHoldsThePluginsThatShip() throws Exception {
        assertThat(image.names("plugins")).containsExactly("model-oip", "model-onnx", "router-cognigy", "scoring-blend",
                "scoring-decay",
                "scoring-heat", "scoring-window");
    }

    @Test
    void noPluginBringsWhatTheHostShares() throws Exception {
        for (String plugin : image.names("plugins")) {
            for (String name : image.names("plugins/" + plugin).stream().filter(file -> file.endsWith(".jar")).toList()) {
                try (JarFile jar = new JarFile(image.plugins().resolve(plugin).resolve(name).toFile())) {
                    assertThat(jar.stream().map(entry -> entry.getName().replaceFirst("^META-INF/versions/\\d+/", "")))
                            .as(plugin + "/" + name).isNotEmpty()
                            .noneMatch(
                                    entry -> entry.endsWith(".class") && List.of("simmer/spi/", "io/helidon/", "org/slf4j/")
                                            .stream().anyMatch(entry::startsWith));
                }
            }
        }
    }

    @Test
    void theHostsClassPathHoldsNoEngineAndNoTestLibrary() throws Exception {
        assertThat(image.names("lib")).anyMatch(name -> name.startsWith("simmer-host-")).noneMatch(name -> name
                .matches(
                        "(api|model-zoo|tokenizers|basicdataset|jna|gson)-.*|.*(djl|onnx|pytorch|junit|assertj|opentest4j|apiguardian).*"));
        for (String name : image.names("lib")) {
            try (JarFile jar = new JarFile(image.home().resolve("lib").resolve(name).toFile())) {
                assertThat(jar.stream().map(entry -> entry.getName())).as(name)
                        .noneMatch(entry -> entry.startsWith("ai/") || entry.startsWith("org/junit/"));
            }
        }
    }

    @Test
    void theNativeCodeOfOnePlatformLiesUnpackedBesideTheJars() throws Exception {
        assertThat(image.names("plugins/model-onnx/native")).containsExactly("libonnxruntime.so", "libonnxruntime4j_jni.so",
                "libtokenizers.so");
        for (String name : image.names("plugins/model-onnx").stream().filter(file -> file.endsWith(".jar")).toList()) {
            try (JarFile jar = new JarFile(image.plugins().resolve("model-onnx").resolve(name).toFile())) {
                assertThat(jar.stream().map(JarEntry::getName)).as(name)
                        .noneMatch(entry -> entry.matches(".*(onnxruntime|tokenizers).*\\.(so|dll|dylib|pdb)"));
            }
        }
    }

    @Test
    void theConfigurationTheModelAndTheLicenceAreThere() throws Exception {
        assertThat(image.names("conf")).containsExactly("jvm.options", "logging.properties", "simmer.yaml", "tutorial.yaml");
        assertThat(image.names("models/simmer-en")).contains("config.json", "tokenizer.json", "model.onnx");
        assertThat(image.home().resolve("LICENSE")).isNotEmptyFile();
        assertThat(Files.isExecutable(image.launcher())).isTrue();
    }
}
