package simmer.distribution.sbom;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Components in the words of CycloneDX 1.6. */
final class Component {

    private static final String MODEL = "models/simmer-en";
    private static final String NETWORK = "model.onnx";

    private Component() {
    }

    /** A library as Maven knows it, with the digest that its jar has in the image, which may hold less than Maven's. */
    static JsonObject shipped(JsonObject library, ShippedFile file) {
        return placed(Json.createObjectBuilder(library), file);
    }

    /** A file that is no jar, such as native code. */
    static JsonObject file(ShippedFile file) {
        return placed(Json.createObjectBuilder().add("type", "file").add("name", file.name()), file);
    }

    private static JsonObject placed(JsonObjectBuilder component, ShippedFile file) {
        JsonArrayBuilder occurrences = Json.createArrayBuilder();
        file.places().forEach(place -> occurrences.add(Json.createObjectBuilder().add("location", place)));
        return component.add("hashes", hashes(file))
                .add("evidence", Json.createObjectBuilder().add("occurrences", occurrences)).build();
    }

    private static JsonArray hashes(ShippedFile file) {
        return Json.createArrayBuilder().add(Json.createObjectBuilder().add("alg", "SHA-256").add("content", file.sha256()))
                .build();
    }

    /** The Java that runs this. */
    static JsonObject runtime() {
        Runtime.Version version = Runtime.version();
        String numbers = version.version().stream().map(String::valueOf).collect(Collectors.joining("."));
        String modules = ModuleFinder.ofSystem().findAll().stream().map(module -> module.descriptor().name()).sorted()
                .collect(Collectors.joining(" "));
        return Json.createObjectBuilder().add("type", "platform").add("bom-ref", "runtime")
                .add("publisher", System.getProperty("java.vendor"))
                .add("name", "OpenJDK (" + System.getProperty("java.vendor.version", "no vendor's version") + ")")
                .add("version", version.toString())
                .add("licenses", Json.createArrayBuilder().add(Json.createObjectBuilder()
                        .add("expression", "GPL-2.0-only WITH Classpath-exception-2.0")))
                .add("cpe", "cpe:2.3:a:oracle:openjdk:" + numbers + ":*:*:*:*:*:*:*")
                .add("properties", Json.createArrayBuilder().add(Json.createObjectBuilder().add("name", "jdk-modules")
                        .add("value", modules)))
                .build();
    }

    /** The model, known by the digest of its network, with all files of its folder. */
    static JsonObject model(Path image) throws IOException {
        Collection<ShippedFile> files = ShippedFile.below(image, MODEL).values();
        ShippedFile network = files.stream().filter(file -> file.name().equals(NETWORK)).findFirst()
                .orElseThrow(() -> new SbomException(MODEL + " has no " + NETWORK));
        JsonArrayBuilder parts = Json.createArrayBuilder();
        files.forEach(file -> parts.add(file(file)));
        return Json.createObjectBuilder().add("type", "machine-learning-model").add("bom-ref", "model")
                .add("name", Path.of(MODEL).getFileName().toString()).add("hashes", hashes(network)).add("components", parts)
                .build();
    }
}
