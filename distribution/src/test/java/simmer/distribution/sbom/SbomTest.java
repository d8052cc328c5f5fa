package simmer.distribution.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of contents and an image agree, or there is no list. */
final class SbomTest {

    /** What {@code sha256sum} says of the text "ours". */
    private static final String SHA_256_OF_OURS = "ae0bec9e9d33c56354bd612c8a6010840324fc5b9786ce0a18b696b304b09397";

    @TempDir
    private Path image = Path.of("set by JUnit");

    @BeforeEach
    void makeAnImage() throws IOException {
        file("lib/simmer.jar", "ours");
        file("lib/host-1.0.jar", "host");
        file("plugins/one/shared-2.0.jar", "shared");
        file("plugins/two/shared-2.0.jar", "shared");
        file("plugins/two/native/libtwo.so", "machine code");
        file("models/simmer-en/model.onnx", "network");
        file("models/simmer-en/config.json", "{}");
    }

    private void file(String path, String content) throws IOException {
        Path file = image.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, content);
    }

    /** @param components name, version and type of each; the first needs all others */
    private static JsonObject maven(String... components) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        JsonArrayBuilder needed = Json.createArrayBuilder();
        for (String component : components) {
            String[] parts = component.split(" ", 3);
            list.add(Json.createObjectBuilder().add("type", "library").add("name", parts[0]).add("version", parts[1])
                    .add("bom-ref", parts[0]).add("purl", "pkg:maven/g/" + parts[0] + "@" + parts[1] + "?type=" + parts[2])
                    .add("hashes", Json.createArrayBuilder()));
            needed.add(parts[0]);
        }
        JsonArrayBuilder dependencies = Json.createArrayBuilder().add(Json.createObjectBuilder()
                .add("ref", components[0].split(" ", 3)[0]).add("dependsOn", needed));
        return Json.createObjectBuilder().add("bomFormat", "CycloneDX").add("components", list)
                .add("dependencies", dependencies).build();
    }

    private List<JsonObject> components(String... maven) throws IOException {
        return Sbom.of(maven(maven), image).getJsonArray("components").getValuesAs(JsonObject.class);
    }

    private static JsonObject named(List<JsonObject> components, String name) {
        return components.stream().filter(component -> component.getString("name").equals(name)).findFirst().orElseThrow();
    }

    @Test
    void itListsJarsNativeCodeTheRuntimeAndTheModelWithTheirDigestsAndPlaces() throws IOException {
        List<JsonObject> components = components("simmer-distribution 0.1.0 jar", "host 1.0 jar", "shared 2.0 jar");
        assertThat(components).extracting(component -> component.getString("type") + " " + component.getString("name"))
                .containsExactlyInAnyOrder("library simmer-distribution", "library host", "library shared", "file libtwo.so",
                        "platform OpenJDK (" + System.getProperty("java.vendor.version") + ")",
                        "machine-learning-model simmer-en");
        assertThat(named(components, "simmer-distribution").toString()).contains(SHA_256_OF_OURS, "lib/simmer.jar");
        assertThat(named(components, "shared").toString()).contains("plugins/one/shared-2.0.jar",
                "plugins/two/shared-2.0.jar");
        assertThat(named(components, "simmer-en").getJsonArray("components")).hasSize(2);
    }

    @Test
    void aModuleWithoutAJarIsListedNowhere() throws IOException {
        JsonObject list = Sbom.of(maven("simmer-distribution 0.1.0 jar", "host 1.0 jar", "shared 2.0 jar", "parent 1.0 pom"),
                image);
        assertThat(list.toString()).contains("\"dependsOn\":[\"simmer-distribution\",\"host\",\"shared\"]")
                .doesNotContain("parent");
    }

    @Test
    void aJarThatOnlyMavenKnowsIsNoList() {
        assertThatThrownBy(
                () -> components("simmer-distribution 0.1.0 jar", "host 1.0 jar", "shared 2.0 jar", "junit 6.0 jar"))
                .isInstanceOf(SbomException.class)
                .hasMessageContaining("Maven lists, and the image has not, [junit-6.0.jar]");
    }

    @Test
    void aJarThatOnlyTheImageHasIsNoList() {
        assertThatThrownBy(() -> components("simmer-distribution 0.1.0 jar", "host 1.0 jar"))
                .isInstanceOf(SbomException.class)
                .hasMessageContaining("the image has, and Maven does not list, [shared-2.0.jar]");
    }

    @Test
    void jarsOfOneNameThatDifferAreNoList() throws IOException {
        file("plugins/two/shared-2.0.jar", "another");
        assertThatThrownBy(() -> components("simmer-distribution 0.1.0 jar", "host 1.0 jar", "shared 2.0 jar"))
                .isInstanceOf(SbomException.class).hasMessageEndingWith("have one name and differ");
    }
}
