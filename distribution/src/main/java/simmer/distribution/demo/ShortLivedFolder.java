package simmer.distribution.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that goes with all that is in it. */
record ShortLivedFolder(Path path) implements AutoCloseable {

    static ShortLivedFolder make() throws IOException {
        return new ShortLivedFolder(Files.createTempDirectory("simmer-demo-"));
    }

    @Override
    public void close() throws IOException {
        List<Path> paths;
        try (Stream<Path> found = Files.walk(path)) {
            paths = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : paths) {
            Files.delete(one);
        }
    }
}
