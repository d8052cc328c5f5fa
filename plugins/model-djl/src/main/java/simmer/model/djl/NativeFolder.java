package simmer.model.djl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A new folder into which native code is unpacked while this is open. Java loads a native file into one class loader
 * only, so plugins, each in a loader of its own, must not share DJL's cache.
 * <p>
 * What DJL reads of its settings it reads from system properties, most of them once. Those that keep it off the network
 * stay set; those that name the folder are put back. Plugins are made one at a time, so nobody else sees them.
 */
public final class NativeFolder implements AutoCloseable {

    private final Path folder;
    private final List<Runnable> restore = new ArrayList<>();

    private NativeFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * To be opened before any class of DJL's is used, on a thread whose context class loader is the plugin's.
     *
     * @throws UncheckedIOException if there is no room for temporary files
     */
    public static NativeFolder open() {
        // Else DJL asks a cloud's metadata address where it runs, reports usage, and may fetch libraries.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        try {
            NativeFolder folder = new NativeFolder(Files.createTempDirectory("simmer-native-"));
            folder.announce("ENGINE_CACHE_DIR");
            return folder;
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    /** Names the folder in a system property, until it is closed. */
    public void announce(String property) {
        String before = System.setProperty(property, folder.toString());
        restore.add(before == null
                ? () -> System.clearProperty(property)
                : () -> System.setProperty(property, before));
    }

    /**
     * Puts a file there.
     *
     * @throws UncheckedIOException if there is no room for temporary files
     */
    public void unpack(InputStream content, String name) {
        try {
            Files.copy(content, folder.resolve(name));
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static UncheckedIOException noRoom(IOException e) {
        return new UncheckedIOException("native code can't be unpacked in the folder for temporary files, "
                + System.getProperty("java.io.tmpdir") + ": " + e.getMessage(), e);
    }

    /** Deletes the folder: native code that has been loaded needs no file any more. */
    @Override
    public void close() {
        restore.forEach(Runnable::run);
        for (Path path : contents()) {
            if (!path.toFile().delete()) {
                path.toFile().deleteOnExit(); // Windows keeps the files of loaded code
            }
        }
    }

    /** What a folder holds before the folder. */
    private List<Path> contents() {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            return List.of(folder);
        }
    }
}
