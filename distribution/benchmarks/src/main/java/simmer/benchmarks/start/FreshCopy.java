package simmer.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A copy of an image in a folder of its own, where it has never run: without state, and with its files' times, as from an
 * archive.
 *
 * @param folder holds nothing else
 * @param image the copy
 */
record FreshCopy(Path folder, Path image) implements AutoCloseable {

    static FreshCopy of(Path image) throws IOException {
        Path folder = Files.createTempDirectory("simmer-start-");
        Path copy = folder.resolve("simmer");
        try (Stream<Path> paths = Files.walk(image)) {
            for (Path path : (Iterable<Path>) paths.filter(path -> !path.startsWith(image.resolve("data")))::iterator) {
                Files.copy(path, copy.resolve(image.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new FreshCopy(folder, copy);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }
}
