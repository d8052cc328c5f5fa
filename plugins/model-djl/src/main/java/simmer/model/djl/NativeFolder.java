package simmer.model.djl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A new folder into which DJL unpacks its native code while this is open. Java loads a native file into one class loader
 * only, so plugins, each in a loader of its own, must not share DJL's cache.
 * <p>
 * What DJL reads of its settings it reads from system properties, most of them once. Those that keep it off the network
 * stay set; that of the folder is put back. Plugins are made one at a time, so nobody else sees it.
 */
public final class NativeFolder implements AutoCloseable {

    private static final String CACHE = "ENGINE_CACHE_DIR";

    private final Path folder;
    private final Runnable restore;

    private NativeFolder(Path folder, Runnable restore) {
        this.folder = folder;
        this.restore = restore;
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
            Path folder = Files.createTempDirectory("simmer-native-");
            String before = System.setProperty(CACHE, folder.toString());
            return new NativeFolder(folder,
                    before == null ? () -> System.clearProperty(CACHE) : () -> System.setProperty(CACHE, before));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for native code could be made in the temporary folder "
                    + System.getProperty("java.io.tmpdir") + ": " + e.getMessage(), e);
        }
    }

    /** Deletes the folder: native code that has been loaded needs no file any more. */
    @Override
    public void close() {
        restore.run();
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
