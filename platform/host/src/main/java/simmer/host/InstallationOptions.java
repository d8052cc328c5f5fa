package simmer.host;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import simmer.host.configuration.Installation;

/** The options that every command takes, before its name or after it. */
final class InstallationOptions {

    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT,
            description = "The configuration (default: conf/simmer.yaml).")
    private @Nullable Path configuration;

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "Where state is kept, by one process at a time (default: data/ beside conf/).")
    private @Nullable Path data;

    @Option(names = "--plugins", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "A folder of plugins in place of the configured one.")
    private @Nullable Path plugins;

    Installation installation() {
        Installation installation = Installation.at(Path.of(System.getProperty("simmer.home", ".")), System.getenv());
        if (configuration != null) {
            installation = installation.withConfiguration(configuration);
        }
        if (data != null) {
            installation = installation.withData(data);
        }
        return plugins == null ? installation : installation.withPlugins(plugins);
    }
}
