package simmer.host.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.helidon.config.Config;

import simmer.host.configuration.ConfigurationException;
import simmer.host.configuration.ConfigurationFile;
import simmer.host.configuration.Installation;
import simmer.host.plugins.Catalogue;
import simmer.host.plugins.Kind;
import simmer.host.plugins.PluginRefusedException;
import simmer.host.plugins.PluginShelf;

/** Adds a plugin to an installation once it has proved itself there, and removes one that nothing needs. */
public final class PluginChange {

    private static final String LINE = "I have been waiting for an hour, this is a disgrace";

    private PluginChange() {
    }

    /**
     * Adds a plugin: copies it, has the copy loaded beside the plugins that are there, tries the whole configuration with
     * it, and then moves it in. Needs a folder that can be written.
     *
     * @param source a self-contained jar, or a folder of jars
     * @return what was added, in sentences
     * @throws PluginChangeException if it can't be a plugin here; the folder is as it was
     */
    public static List<String> add(Installation installation, Path source) {
        PluginFolders folders = PluginFolders.of(installation);
        try (PluginShelf.Staged staged = new PluginShelf(folders.main()).stage(source)) {
            List<String> added = tryOut(installation, source, staged.folder());
            staged.shelve();
            return added;
        } catch (PluginRefusedException e) {
            throw new PluginChangeException(source + " was not added: " + e.sentence());
        } catch (IOException e) {
            throw new PluginChangeException(source + " was not added: " + folders.main() + " can't be written (" + e + ")");
        }
    }

    private static List<String> tryOut(Installation installation, Path source, Path candidate) {
        Installation with = installation.withCandidates(candidate);
        try (Catalogue catalogue = PluginFolders.of(with).catalogue()) {
            catalogue.problems().stream().filter(problem -> Path.of(problem.place()).startsWith(candidate)).findFirst()
                    .ifPresent(problem -> {
                        throw new PluginChangeException(source + " was not added: " + problem.sentence());
                    });
            Trial.of(with, LINE);
            return catalogue.plugins().stream().filter(plugin -> plugin.path().startsWith(candidate))
                    .map(plugin -> "added " + plugin.kind().slot() + " " + plugin.key() + " " + plugin.version()
                            + ": name it as '" + plugin.kind().slot() + ": {" + plugin.key() + ": {…}}'")
                    .toList();
        } catch (ConfigurationException e) {
            throw new PluginChangeException(source + " was not added, for a check with it fails. " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("the plugins folder could not be closed", e);
        }
    }

    /**
     * Removes a plugin that the configuration does not name, whether it can be loaded or not.
     *
     * @param name its folder's name, or its jar's without {@code .jar}
     * @return what was removed
     * @throws PluginChangeException if it isn't there, or is named
     */
    public static Path remove(Installation installation, String name) {
        PluginFolders folders = PluginFolders.of(installation);
        PluginShelf shelf = new PluginShelf(folders.main());
        try {
            Path plugin = shelf.find(name).orElseThrow(() -> new PluginChangeException(
                    "there is no plugin " + name + " in " + folders.main() + ": 'simmer plugins' shows those that are"));
            requireUnused(installation, folders, name);
            shelf.remove(plugin);
            return plugin;
        } catch (IOException e) {
            throw new PluginChangeException(name + " was not removed: " + folders.main() + " can't be written (" + e + ")");
        }
    }

    private static Stream<String> slots(Kind kind) {
        return kind == Kind.MODEL ? Stream.of(kind.slot(), Slot.FALLBACK_MODEL) : Stream.of(kind.slot());
    }

    private static void requireUnused(Installation installation, PluginFolders folders, String name) throws IOException {
        Config simmer = ConfigurationFile.read(installation).effective().get("simmer");
        try (Catalogue catalogue = folders.catalogue()) {
            String uses = catalogue.plugins().stream().filter(plugin -> plugin.name().equals(name))
                    .flatMap(plugin -> slots(plugin.kind()).filter(slot -> simmer.get(slot).get(plugin.key()).exists()))
                    .map(slot -> "simmer." + slot).collect(Collectors.joining(", "));
            if (!uses.isEmpty()) {
                throw new PluginChangeException(name + " was not removed: " + uses + " in "
                        + installation.configurationName() + " names it; name another there first");
            }
        }
    }
}
