package simmer.host.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import simmer.spi.PluginProvider;

/**
 * One provider found in the plugins folder.
 *
 * @param <P> its kind's provider
 */
public final class Plugin<P extends PluginProvider<?>> {

    private final Kind kind;
    private final P provider;
    private final String key;
    private final PluginPlace place;
    private final PluginManifest manifest;
    private final PluginClassLoader loader;

    Plugin(Kind kind, P provider, PluginPlace place, PluginManifest manifest, PluginClassLoader loader) {
        this.kind = kind;
        this.provider = provider;
        this.key = provider.configKey();
        this.place = place;
        this.manifest = manifest;
        this.loader = loader;
    }

    public Kind kind() {
        return kind;
    }

    /** The word that users write in the kind's slot. */
    public String key() {
        return key;
    }

    /** The folder's or jar's name. */
    public String name() {
        return place.name();
    }

    public Path path() {
        return place.path();
    }

    public String version() {
        return manifest.version();
    }

    /** The range of SPI versions it was built for, as written. */
    public String spi() {
        return manifest.spi().toString();
    }

    /**
     * The digest of its files: a single jar's own, a folder's over the list of all its files as {@code sha256sum} prints it
     * of their relative paths in the order of {@code LC_ALL=C sort}. Reads them whole.
     *
     * @throws UncheckedIOException if they can't be read, or one has a name that can't be in such a list
     */
    public String sha256() {
        try {
            return place.sha256();
        } catch (PluginException e) {
            throw new UncheckedIOException(place.path() + ": " + e.sentence(), new IOException(e));
        }
    }

    /** The files of a name in the plugin's own jars, not in what the host shares. */
    public List<URL> metadata(String resource) {
        try {
            return Collections.list(loader.findResources(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(place.path() + " can't be read", e);
        }
    }

    /** Calls the plugin with its loader as the thread's context class loader. */
    public <R> R call(Function<P, R> call) {
        try (var _ = new ContextClassLoader(loader)) {
            return call.apply(provider);
        }
    }
}
