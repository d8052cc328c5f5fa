package simmer.distribution.sbom;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;

/**
 * Makes of what Maven says of its modules (CycloneDX) the list of what an image holds: each jar with its places and the
 * digest that it has there, native code, the Java runtime and the model. The two must agree jar by jar, so that a release
 * whose list is wrong is none.
 */
public final class Sbom {

    /** Under this name the image has the module's jar. */
    private static final Map<String, String> RENAMED = Map.of("simmer-distribution", "simmer.jar");

    private Sbom() {
    }

    /**
     * Run by {@code distribution/release} with the image's own Java, which is thereby the runtime that is listed.
     *
     * @param args the list that Maven made, the image, and the file to write
     */
    public static void main(String[] args) throws IOException {
        Path image = Path.of(args[1]);
        Path java = Path.of(System.getProperty("java.home")).toRealPath();
        if (!java.equals(image.resolve("runtime").toRealPath())) {
            throw new SbomException(
                    "this runs on " + java + ": run it with the image's own, " + image + "/runtime/bin/java");
        }
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(Path.of(args[0])));
                Writer out = Files.newBufferedWriter(Path.of(args[2]));
                JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(out)) {
            writer.writeObject(of(reader.readObject(), image));
        }
    }

    /**
     * The list.
     *
     * @param maven what Maven made
     * @throws SbomException if that names a jar which the image has not, or the other way round
     */
    static JsonObject of(JsonObject maven, Path image) throws IOException {
        Map<String, ShippedFile> files = ShippedFile.below(image, "lib", "plugins");
        Map<String, JsonObject> libraries = libraries(maven);
        requireSame(libraries, files);
        JsonArrayBuilder components = Json.createArrayBuilder();
        libraries.forEach(
                (jar, library) -> components.add(Component.shipped(library, Objects.requireNonNull(files.get(jar)))));
        files.values().stream().filter(file -> !file.isJar()).forEach(file -> components.add(Component.file(file)));
        components.add(Component.runtime()).add(Component.model(image));
        return Json.createObjectBuilder(maven).add("components", components)
                .add("dependencies", dependencies(maven, libraries.values())).build();
    }

    /** Who needs whom, of those that are listed. */
    private static JsonArrayBuilder dependencies(JsonObject maven, Collection<JsonObject> libraries) {
        Set<String> listed = libraries.stream().map(library -> library.getString("bom-ref")).collect(Collectors.toSet());
        JsonArrayBuilder dependencies = Json.createArrayBuilder();
        for (JsonObject dependency : maven.getJsonArray("dependencies").getValuesAs(JsonObject.class)) {
            if (listed.contains(dependency.getString("ref"))) {
                List<String> needed = dependency.getJsonArray("dependsOn").getValuesAs(JsonString::getString);
                dependencies.add(Json.createObjectBuilder(dependency).add("dependsOn",
                        Json.createArrayBuilder(needed.stream().filter(listed::contains).toList())));
            }
        }
        return dependencies;
    }

    /** The components by the names of their jars; Maven lists modules that have none, too. */
    private static Map<String, JsonObject> libraries(JsonObject maven) {
        Map<String, JsonObject> libraries = new TreeMap<>();
        for (JsonObject component : maven.getJsonArray("components").getValuesAs(JsonObject.class)) {
            if (component.getString("purl").endsWith("type=pom")) {
                continue;
            }
            String name = component.getString("name");
            libraries.put(RENAMED.getOrDefault(name, name + "-" + component.getString("version") + ".jar"), component);
        }
        return libraries;
    }

    private static void requireSame(Map<String, JsonObject> libraries, Map<String, ShippedFile> files) {
        List<String> notShipped = new ArrayList<>(libraries.keySet());
        notShipped.removeAll(files.keySet());
        List<String> notListed = new ArrayList<>(
                files.values().stream().filter(ShippedFile::isJar).map(ShippedFile::name).toList());
        notListed.removeAll(libraries.keySet());
        if (!notShipped.isEmpty() || !notListed.isEmpty()) {
            throw new SbomException("the list of contents is wrong: Maven lists, and the image has not, " + notShipped
                    + "; the image has, and Maven does not list, " + notListed
                    + ": mend the modules and scopes of makeAggregateBom in distribution/release");
        }
    }
}
