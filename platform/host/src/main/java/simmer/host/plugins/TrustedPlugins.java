package simmer.host.plugins;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which plugins may be loaded, by the digests of their files. A plugin runs with all that Simmer may do, so an operator can
 * keep out, and have noticed, whatever was put into the folder or changed there by someone else.
 */
public final class TrustedPlugins {

    private final boolean all;
    private final Set<String> digests;

    private TrustedPlugins(boolean all, Set<String> digests) {
        this.all = all;
        this.digests = digests;
    }

    /** Whatever lies in the folder. */
    public static TrustedPlugins all() {
        return new TrustedPlugins(true, Set.of());
    }

    /**
     * Only those with one of these digests.
     *
     * @param digests as {@link Plugin#sha256()} tells them, in upper or lower case
     */
    public static TrustedPlugins only(Collection<String> digests) {
        return new TrustedPlugins(false, digests.stream().map(digest -> digest.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    void require(PluginPlace place) throws PluginException {
        if (all) {
            return;
        }
        String digest = place.sha256();
        if (!digests.contains(digest)) {
            throw new PluginException("simmer.plugins-allowed does not list its SHA-256, " + digest
                    + ": add that if you trust the plugin, or remove the plugin");
        }
    }
}
