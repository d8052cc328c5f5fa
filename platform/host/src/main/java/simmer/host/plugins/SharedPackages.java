package simmer.host.plugins;

import java.util.List;

/**
 * What plugins get from the host instead of bringing it along: the SPI, whose values travel between them; Helidon, whose
 * registries must be one; JSON-P, which Helidon hands out, with the parser behind it; the logging facade, of which a second
 * copy would log nowhere; and the annotations of all these.
 */
final class SharedPackages {

    private static final List<String> PREFIXES = List.of("simmer.spi.", "io.helidon.", "jakarta.json.",
            "org.eclipse.parsson.", "org.slf4j.", "org.jspecify.");

    /**
     * Services that the shared packages look up through a plugin's loader must come from where those packages are:
     * otherwise Helidon, asked on a plugin's thread, finds no config parser and no media support.
     */
    private static final List<String> RESOURCES = List.of("META-INF/helidon/", "META-INF/services/io.helidon.",
            "META-INF/services/jakarta.json.", "META-INF/services/org.slf4j.");

    private SharedPackages() {
    }

    static boolean holdClass(String name) {
        return PREFIXES.stream().anyMatch(name::startsWith);
    }

    static boolean holdResource(String name) {
        return RESOURCES.stream().anyMatch(name::startsWith);
    }
}
