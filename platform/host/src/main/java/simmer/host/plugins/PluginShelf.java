package simmer.host.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The plugins folder as an operator changes it. A plugin appears and disappears in one step, so that a Simmer that starts
 * meanwhile sees all of it or nothing.
 */
public final class PluginShelf {

    private static final String JAR = ".jar";

    private final Path folder;

    public PluginShelf(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies a plugin beside the others, hidden from them, and reads it to its end, jars and all else. What is tried and
     * shelved later is the copy, whatever becomes of the source.
     *
     * @param source a self-contained jar, or a folder of jars
     * @throws PluginRefusedException if it is none, is broken, or if there is one of its name
     */
    public Staged stage(Path source) throws IOException, PluginRefusedException {
        String file = source.toAbsolutePath().normalize().getFileName().toString();
        boolean single = Files.isRegularFile(source) && file.endsWith(JAR);
        if (!single && !Files.isDirectory(source)) {
            throw new PluginRefusedException(Files.exists(source)
                    ? "it is neither a jar nor a folder of jars"
                    : "there is no such file");
        }
        if (file.startsWith(".")) {
            throw new PluginRefusedException("its name begins with a dot, and hidden files are no plugins: rename it");
        }
        String name = single ? file.substring(0, file.length() - JAR.length()) : file;
        if (find(name).isPresent()) {
            throw new PluginRefusedException("there is a plugin " + name + " in " + folder
                    + ": remove that first, with 'simmer plugins remove " + name + "'");
        }
        Path hidden = Files.createTempDirectory(folder, ".adding-");
        Staged staged = new Staged(hidden, hidden.resolve(file), folder.resolve(file));
        try {
            copy(source, staged.copy);
            requireWhole(hidden);
            return staged;
        } catch (IOException | PluginRefusedException | RuntimeException e) {
            staged.close();
            throw e;
        }
    }

    private static void copy(Path source, Path target) throws IOException, PluginRefusedException {
        if (!Files.isDirectory(source)) {
            Files.copy(source, target);
            return;
        }
        Files.createDirectory(target);
        for (Map.Entry<String, Path> file : filesBelow(source).entrySet()) {
            Path copy = target.resolve(file.getKey());
            Files.createDirectories(copy.resolveSibling("."));
            Files.copy(file.getValue(), copy);
        }
    }

    private static SortedMap<String, Path> filesBelow(Path folder) throws PluginRefusedException {
        try {
            return PluginFiles.below(folder);
        } catch (PluginException e) {
            throw new PluginRefusedException(e.sentence());
        }
    }

    private static void requireWhole(Path hidden) throws IOException, PluginRefusedException {
        for (PluginPlace place : PluginPlace.in(hidden)) {
            try {
                place.requireWhole();
            } catch (PluginException e) {
                throw new PluginRefusedException(e.sentence());
            }
        }
    }

    /** The plugin of a name, if it is there; it need not be one that can be loaded. */
    public Optional<Path> find(String name) throws IOException {
        return PluginPlace.in(folder).stream().filter(place -> place.name().equals(name)).map(PluginPlace::path).findFirst();
    }

    /** Takes a plugin away: out of sight at once, then off the disk. */
    public void remove(Path plugin) throws IOException {
        Path hidden = Files.createTempDirectory(folder, ".removed-");
        Files.move(plugin, hidden.resolve(plugin.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        delete(hidden);
    }

    private static void delete(Path tree) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(tree)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }

    /** A copy that is not a plugin of the folder's yet. Closing it removes the copy unless it was shelved. */
    public static final class Staged implements AutoCloseable {

        private final Path hidden;
        private final Path copy;
        private final Path place;

        private Staged(Path hidden, Path copy, Path place) {
            this.hidden = hidden;
            this.copy = copy;
            this.place = place;
        }

        /** A folder that holds nothing but the copy: a plugins folder with one plugin. */
        public Path folder() {
            return hidden;
        }

        /** Makes it one of the folder's plugins. */
        public Path shelve() throws IOException {
            return Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() throws IOException {
            delete(hidden);
        }
    }
}
