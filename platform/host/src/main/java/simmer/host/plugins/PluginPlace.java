package simmer.host.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Where a plugin lies: a folder of jars, or one self-contained jar.
 *
 * @param name the folder's name, or the jar's without {@code .jar}
 * @param path the folder or jar
 * @param jars all its jars, sorted by name
 */
record PluginPlace(String name, Path path, List<Path> jars) {

    /** Every folder and every jar directly in the plugins folder, sorted by name; hidden files and others are left out. */
    static List<PluginPlace> in(Path plugins) throws IOException {
        List<PluginPlace> places = new ArrayList<>();
        for (Path entry : sorted(plugins)) {
            String file = entry.getFileName().toString();
            if (Files.isDirectory(entry)) {
                places.add(new PluginPlace(file, entry, sorted(entry).stream().filter(PluginPlace::isJar).toList()));
            } else if (isJar(entry)) {
                places.add(new PluginPlace(file.substring(0, file.length() - ".jar".length()), entry, List.of(entry)));
            }
        }
        return places;
    }

    /**
     * Reads the manifest of the jar that names providers.
     *
     * @throws PluginException if a jar is broken, none names a provider, or the manifest does not say what it must
     */
    PluginManifest manifest() throws PluginException {
        if (jars.isEmpty()) {
            throw new PluginException("the folder holds no jar: put the plugin's jars into it, or remove it");
        }
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (Kind kind : Kind.values()) {
                    if (file.getEntry(kind.servicesEntry()) != null) {
                        return PluginManifest.read(jar.getFileName().toString(), file.getManifest());
                    }
                }
            } catch (ZipException e) {
                throw new PluginException(jar.getFileName() + " is no jar, or a broken one (" + e.getMessage()
                        + "): copy it again", e);
            } catch (IOException e) {
                throw new PluginException(jar.getFileName() + " can't be read (" + e.getMessage() + ")", e);
            }
        }
        throw new PluginException("no provider in it: no jar has a file META-INF/services/ with the name of"
                + " simmer.spi.ModelProvider, ScoringProvider or RouterProvider");
    }

    /**
     * The plugin's digest in hexadecimal digits: a single jar's own, a folder's over the list of all its files as
     * {@code sha256sum} prints it of their relative paths in the order of {@code LC_ALL=C sort}.
     *
     * @throws PluginException if a file can't be read, or has a name that can't be in such a list
     */
    String sha256() throws PluginException {
        try {
            return isSingle() ? Sha256.of(path) : Sha256.of(PluginFiles.below(path));
        } catch (IOException e) {
            throw new PluginException("its files can't be read (" + e.getMessage() + ")", e);
        }
    }

    private boolean isSingle() {
        return jars.equals(List.of(path));
    }

    /**
     * Reads every byte of every file, which a start does not do: it would meet what is broken only where it needs it.
     *
     * @throws PluginException if a jar is broken, or anything can't be read
     */
    void requireWhole() throws PluginException {
        for (Path file : isSingle() ? jars : PluginFiles.below(path).values()) {
            if (isJar(file)) {
                requireWholeJar(file);
            } else {
                requireReadable(file);
            }
        }
    }

    private static void requireWholeJar(Path jar) throws PluginException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                try (InputStream in = file.getInputStream(entry)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (IOException e) {
            throw new PluginException(jar.getFileName() + " is no jar, or a broken one (" + e.getMessage()
                    + "): copy it again", e);
        }
    }

    private static void requireReadable(Path file) throws PluginException {
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new PluginException(file.getFileName() + " can't be read (" + e.getMessage() + "): copy it again", e);
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith(".")).sorted().toList();
        }
    }

    private static boolean isJar(Path path) {
        return path.getFileName().toString().endsWith(".jar") && Files.isRegularFile(path);
    }
}
