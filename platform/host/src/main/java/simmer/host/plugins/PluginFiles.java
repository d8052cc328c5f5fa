package simmer.host.plugins;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that lies in a plugin's folder, native code and data too, for code reads more than jars. Links are followed: what they
 * lead to is what would be read.
 */
final class PluginFiles {

    /** Far more than any plugin has; a link to the whole disk ends here. */
    static final int MOST_FILES = 10_000;

    /** In these the order of names and what {@code sha256sum} prints are the same everywhere. */
    private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7E&&[^\\\\]]+");

    private PluginFiles() {
    }

    /**
     * The regular files below a folder by their paths relative to it, in the order of {@code LC_ALL=C sort}.
     *
     * @throws PluginException if there are too many, one has a name that is written differently elsewhere, or can't be read
     *         as a file, such as a pipe or a link to nothing
     */
    static SortedMap<String, Path> below(Path folder) throws PluginException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (Path path : walk(folder)) {
            if (!Files.isDirectory(path)) {
                files.put(name(folder, path), path);
            }
        }
        return files;
    }

    private static String name(Path folder, Path file) throws PluginException {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        if (!PLAIN.matcher(name).matches()) {
            throw new PluginException("it holds a file with a backslash, or a sign that is not ASCII, in its name ("
                    + name.replaceAll("\\p{Cntrl}", "?") + "): rename that");
        }
        if (!Files.isRegularFile(file)) {
            throw new PluginException("it holds " + name + ", which is no file, or a link to none: remove that");
        }
        return name;
    }

    private static List<Path> walk(Path folder) throws PluginException {
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> found = paths.limit(MOST_FILES + 1L).toList();
            if (found.size() > MOST_FILES) {
                throw new PluginException(
                        "it holds over " + MOST_FILES + " files and folders: remove what is no part of it");
            }
            return found;
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static PluginException unreadable(IOException e) {
        return e instanceof FileSystemLoopException
                ? new PluginException("it holds a link that leads back into itself (" + e.getMessage() + "): remove that", e)
                : new PluginException("its files can't be read (" + e + ")", e);
    }
}
