package simmer.host.plugins;

import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import simmer.spi.SpiVersion;

/**
 * What a plugin says of itself in the manifest of the jar that names its providers.
 *
 * @param version {@code Implementation-Version}, {@code unknown} if absent
 * @param spi {@code Simmer-Spi}: the versions of the SPI it was built for
 * @param modules {@code Simmer-Modules}: JDK modules it needs
 * @param nativeOnce {@code Simmer-Native-Once}: native libraries of which a process holds one copy only, by a name that
 *        their plugins agree on
 */
record PluginManifest(String version, SpiRange spi, List<String> modules, List<String> nativeOnce) {

    static PluginManifest read(String jar, @Nullable Manifest manifest) throws PluginException {
        Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
        String version = attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        return new PluginManifest(version == null ? "unknown" : version, spi(jar, attributes),
                list(attributes, "Simmer-Modules"), list(attributes, "Simmer-Native-Once"));
    }

    private static SpiRange spi(String jar, Attributes attributes) throws PluginException {
        String range = attributes.getValue("Simmer-Spi");
        if (range == null) {
            throw new PluginException("the manifest of " + jar + " does not say which SPI it was built for: add"
                    + " 'Simmer-Spi: [" + SpiVersion.CURRENT + "," + (SpiVersion.CURRENT.major() + 1) + ".0)'");
        }
        try {
            return SpiRange.parse(range);
        } catch (IllegalArgumentException e) {
            throw new PluginException("the manifest of " + jar + " has a wrong Simmer-Spi: " + e.getMessage(), e);
        }
    }

    private static List<String> list(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? List.of() : Arrays.stream(value.split("[,\\s]+")).flatMap(PluginManifest::word).toList();
    }

    private static Stream<String> word(String word) {
        return word.isBlank() ? Stream.empty() : Stream.of(word);
    }

    /** @throws PluginException if this Simmer, or the runtime it runs on, isn't what the plugin was built for */
    void requireRunnable() throws PluginException {
        if (!spi.holds(SpiVersion.CURRENT)) {
            throw new PluginException("it was built for SPI " + spi + ", this Simmer has " + SpiVersion.CURRENT
                    + ": get the plugin's release for this Simmer");
        }
        List<String> missing = modules.stream().filter(name -> ModuleLayer.boot().findModule(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new PluginException("it needs the JDK module" + (missing.size() == 1 ? " " : "s ")
                    + String.join(", ", missing) + ", which this runtime lacks and a full JDK "
                    + Runtime.version().feature() + " has: set SIMMER_JAVA_HOME to one");
        }
    }
}
