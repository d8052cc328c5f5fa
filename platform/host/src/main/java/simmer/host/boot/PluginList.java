package simmer.host.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import simmer.host.configuration.ConfigurationException;
import simmer.host.configuration.Installation;
import simmer.host.configuration.OptionMetadata;
import simmer.host.configuration.OptionMetadata.BadMetadataException;
import simmer.host.plugins.Catalogue;
import simmer.host.plugins.Plugin;

/**
 * What lies in the plugins folder, for a person to read.
 *
 * @param lines for each plugin one that says what it is, one with its digest, and one for each of its options
 * @param problems one for each that can't be loaded
 */
public record PluginList(List<String> lines, List<String> problems) {

    /** @throws ConfigurationException if the configuration, which names the folder, can't be read */
    public static PluginList of(Installation installation) {
        try (Catalogue catalogue = PluginFolders.of(installation).catalogue()) {
            List<String> lines = new ArrayList<>();
            List<String> problems = new ArrayList<>();
            catalogue.problems().forEach(problem -> problems.add(problem.place() + ": " + problem.sentence()));
            for (Plugin<?> plugin : catalogue.plugins()) {
                lines.add(String.format("%-8s %-10s version %s, SPI %s, %s", plugin.kind().slot(), plugin.key(),
                        plugin.version(), plugin.spi(), plugin.path()));
                lines.add("           " + digest(plugin));
                try {
                    OptionMetadata.of(plugin).at(plugin.key()).values()
                            .forEach(option -> lines.add("           " + option.key() + "  " + option.hint()));
                } catch (BadMetadataException e) {
                    problems.add(plugin.path() + ": " + e.getMessage());
                }
            }
            return new PluginList(lines, problems);
        } catch (IOException e) {
            throw new UncheckedIOException("the plugins folder could not be closed", e);
        }
    }

    private static String digest(Plugin<?> plugin) {
        try {
            return "SHA-256 " + plugin.sha256();
        } catch (UncheckedIOException e) {
            return "no SHA-256, so that simmer.plugins-allowed can't list it: " + e.getMessage();
        }
    }
}
