package simmer.host;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import simmer.host.boot.Installation;

/** The options that every command takes. */
public final class InstallationOptions {

    @Option(names = "--config", paramLabel = "FILE", description = "The configuration (default: conf/simmer.yaml).")
    private @Nullable Path configuration;

    @Option(names = "--data", paramLabel = "DIR", description = "Where state is kept (default: data/ beside conf/).")
    private @Nullable Path data;

    @Option(names = "--plugins", paramLabel = "DIR", description = "A folder of plugins in place of the configured one.")
    private @Nullable Path plugins;

    /** The installation that these options, the launcher and the environment describe. */
    public Installation installation() {
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
