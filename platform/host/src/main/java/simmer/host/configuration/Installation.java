package simmer.host.configuration;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where an installation lies, and what it runs with.
 *
 * @param home the folder that holds {@code conf/}, absolute; relative paths in the configuration start here
 * @param configuration the YAML file, absolute
 * @param data the folder of what Simmer keeps, absolute
 * @param plugins a folder of plugins in place of the configured one, if any
 * @param candidates a folder of plugins to be tried beside those, if any
 * @param environment the environment variables that override the configuration
 */
public record Installation(Path home, Path configuration, Path data, Optional<Path> plugins,
        Optional<Path> candidates, Map<String, String> environment) {

    public Installation {
        environment = Map.copyOf(environment);
    }

    /** An installation with its own {@code conf/simmer.yaml}, {@code data/} and configured plugins. */
    public static Installation at(Path home, Map<String, String> environment) {
        Path absolute = home.toAbsolutePath().normalize();
        return new Installation(absolute, absolute.resolve("conf/simmer.yaml"), absolute.resolve("data"),
                Optional.empty(), Optional.empty(), environment);
    }

    /** The same with another configuration file; a relative one starts in the working folder. */
    public Installation withConfiguration(Path file) {
        return new Installation(home, file.toAbsolutePath().normalize(), data, plugins, candidates, environment);
    }

    /** The same with another data folder; a relative one starts in the working folder. */
    public Installation withData(Path folder) {
        return new Installation(home, configuration, folder.toAbsolutePath().normalize(), plugins, candidates, environment);
    }

    /** The same with another plugins folder; a relative one starts in the working folder. */
    public Installation withPlugins(Path folder) {
        return new Installation(home, configuration, data, Optional.of(folder.toAbsolutePath().normalize()),
                candidates, environment);
    }

    /** The same with plugins that are tried beside its own. */
    public Installation withCandidates(Path folder) {
        return new Installation(home, configuration, data, plugins, Optional.of(folder), environment);
    }

    /** The store that the image's build made for a new data folder to begin with; it need not be there. */
    public Path emptyStore() {
        return home.resolve("runtime/lib/simmer.empty.db");
    }

    /** A path of the configuration, made absolute. */
    public String resolve(String path) {
        return home.resolve(path).normalize().toString();
    }

    /** The configuration file as users know it: below home without home's own path. */
    public String configurationName() {
        return (configuration.startsWith(home) ? home.relativize(configuration) : configuration).toString();
    }
}
