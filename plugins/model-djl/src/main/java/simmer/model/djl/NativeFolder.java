package simmer.model.djl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
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
        announce(property, folder);
    }

    private void announce(String property, Path path) {
        set(property, path.normalize().toString());
    }

    /** Sets a system property, until the folder is closed. */
    public void set(String property, String value) {
        String before = System.setProperty(property, value);
        restore.add(before == null
                ? () -> System.clearProperty(property)
                : () -> System.setProperty(property, before));
    }

    /**
     * Names in a system property, until this is closed, native code that lies unpacked in the folder {@code native} beside
     * the jar of a class: a distribution for one platform ships it so, and nothing need be unpacked at each start.
     *
     * @param library without prefix and suffix, such as {@code tokenizers}
     * @param property is set to the folder, or to the library's file in it
     * @return whether it lies there
     */
    public boolean announceShipped(Class<?> plugin, String library, String property, Named named) {
        Path file = shipped(plugin).resolve(System.mapLibraryName(library));
        if (!Files.isRegularFile(file)) {
            return false;
        }
        announce(property, named == Named.FILE ? file : file.resolveSibling("."));
        return true;
    }

    /** What a system property is to hold. */
    public enum Named {
        /** The path of the folder. */
        FOLDER,
        /** The path of the library within it. */
        FILE
    }

    /** The folder {@code native} beside the jar of a class, whether there is one or not. */
    public static Path shipped(Class<?> plugin) {
        try {
            return Path.of(plugin.getProtectionDomain().getCodeSource().getLocation().toURI()).resolveSibling("native");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class loader gave no location of " + plugin, e);
        }
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
