package simmer.host.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the plugins folder holds. Lying in the folder activates nothing: the configuration names what is used.
 * <p>
 * Closing it closes the loaders: nothing made by a plugin may be used after that.
 */
public final class Catalogue implements AutoCloseable {

    private final List<Plugin<?>> plugins = new ArrayList<>();
    private final List<PluginProblem> problems = new ArrayList<>();
    private final List<PluginClassLoader> loaders = new ArrayList<>();
    private final Map<String, String> holdersOfNatives = new HashMap<>();

    private final TrustedPlugins trusted;

    private Catalogue(TrustedPlugins trusted) {
        this.trusted = trusted;
    }

    /**
     * Loads every plugin in some folders; what can't be loaded is among {@link #problems()}.
     *
     * @param folders plugins folders, whose plugins must get along with each other
     * @param trusted which plugins may be loaded; of others nothing is read but their digest
     */
    public static Catalogue of(List<Path> folders, TrustedPlugins trusted) {
        Catalogue catalogue = new Catalogue(trusted);
        folders.forEach(catalogue::addAll);
        return catalogue;
    }

    private void addAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            problems.add(new PluginProblem(folder.toString(),
                    "there is no such folder: set simmer.plugins to the folder of the plugins"));
            return;
        }
        try {
            PluginPlace.in(folder).forEach(this::add);
        } catch (IOException e) {
            problems.add(new PluginProblem(folder.toString(), "can't be read: " + e.getMessage()));
        }
    }

    private void add(PluginPlace place) {
        try {
            trusted.require(place);
            PluginManifest manifest = place.manifest();
            manifest.requireRunnable();
            holdNatives(place, manifest);
            PluginClassLoader loader = new PluginClassLoader(place.name(), place.jars(), getClass().getClassLoader());
            loaders.add(loader);
            for (Plugin<?> plugin : Providers.of(place, manifest, loader)) {
                requireFreeKey(plugin);
                plugins.add(plugin);
            }
        } catch (PluginException e) {
            problems.add(new PluginProblem(place.path().toString(), e.sentence()));
        }
    }

    private void holdNatives(PluginPlace place, PluginManifest manifest) throws PluginException {
        for (String library : manifest.nativeOnce()) {
            String holder = holdersOfNatives.putIfAbsent(library, place.name());
            if (holder != null) {
                throw new PluginException("it brings the native library " + library + ", as " + holder
                        + " does, and a process loads it once only: remove one of the two");
            }
        }
    }

    private void requireFreeKey(Plugin<?> plugin) throws PluginException {
        Optional<? extends Plugin<?>> twin = find(plugin.kind(), plugin.key());
        if (twin.isPresent()) {
            throw new PluginException("it provides the " + plugin.kind().slot() + " '" + plugin.key() + "', as "
                    + twin.get().path() + " does: remove one of the two");
        }
    }

    /** All plugins, in the order of their places' names. */
    public List<Plugin<?>> plugins() {
        return List.copyOf(plugins);
    }

    /** What could not be loaded. */
    public List<PluginProblem> problems() {
        return List.copyOf(problems);
    }

    /** The keys of one kind, in the order of their places' names. */
    public List<String> keys(Kind kind) {
        return plugins.stream().filter(plugin -> plugin.kind() == kind).map(Plugin::key).toList();
    }

    public Optional<? extends Plugin<?>> find(Kind kind, String key) {
        return plugins.stream().filter(plugin -> plugin.kind() == kind && plugin.key().equals(key)).findFirst();
    }

    @Override
    public void close() throws IOException {
        for (PluginClassLoader loader : loaders.reversed()) {
            loader.close();
        }
    }
}
