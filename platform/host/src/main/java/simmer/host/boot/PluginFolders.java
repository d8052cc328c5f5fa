package simmer.host.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.helidon.config.Config;

import simmer.host.configuration.ConfigurationException;
import simmer.host.configuration.ConfigurationFile;
import simmer.host.configuration.Installation;
import simmer.host.plugins.Catalogue;
import simmer.host.plugins.TrustedPlugins;

/**
 * Where an installation's plugins are, and which of them may be loaded.
 *
 * @param main the plugins folder
 * @param all that, and what is tried beside it
 */
record PluginFolders(Path main, List<Path> all, TrustedPlugins trusted) {

    /** @throws ConfigurationException if the configuration, which names the folder, can't be read */
    static PluginFolders of(Installation installation) {
        return of(installation, ConfigurationFile.read(installation));
    }

    static PluginFolders of(Installation installation, ConfigurationFile file) {
        Config simmer = file.effective().get("simmer");
        String configured = simmer.get("plugins").asString().orElse("plugins");
        Path main = installation.plugins().orElseGet(() -> Path.of(installation.resolve(configured)));
        List<Path> all = new ArrayList<>(List.of(main));
        installation.candidates().ifPresent(all::add);
        Config allowed = simmer.get("plugins-allowed");
        return new PluginFolders(main, List.copyOf(all), allowed.exists()
                ? TrustedPlugins.only(allowed.asList(String.class).orElse(List.of()))
                : TrustedPlugins.all());
    }

    /** Loads them all, without using any. */
    Catalogue catalogue() {
        return Catalogue.of(all, trusted);
    }
}
