package simmer.distribution.sbom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A file of an image, which may lie at several places.
 *
 * @param name without folders
 * @param sha256 in hexadecimal digits
 * @param places its paths below the image, in order
 */
record ShippedFile(String name, String sha256, List<String> places) {

    /**
     * All regular files below some folders of an image, by name.
     *
     * @throws SbomException if files of one name differ
     */
    static Map<String, ShippedFile> below(Path image, String... folders) throws IOException {
        Map<String, ShippedFile> files = new TreeMap<>();
        for (String folder : folders) {
            for (Path path : regularFiles(image.resolve(folder))) {
                ShippedFile file = new ShippedFile(path.getFileName().toString(), sha256(path),
                        List.of(image.relativize(path).toString()));
                files.merge(file.name, file, ShippedFile::alsoAt);
            }
        }
        return files;
    }

    private static List<Path> regularFiles(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private ShippedFile alsoAt(ShippedFile other) {
        if (!sha256.equals(other.sha256)) {
            throw new SbomException(places + " and " + other.places + " have one name and differ");
        }
        List<String> all = new ArrayList<>(places);
        all.addAll(other.places);
        return new ShippedFile(name, sha256, List.copyOf(all));
    }

    boolean isJar() {
        return name.endsWith(".jar");
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
