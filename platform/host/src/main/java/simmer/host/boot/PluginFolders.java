package simmer.host.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.helidon.config.Config;

import simmer.host.plugins.Catalogue;
import simmer.host.plugins.TrustedPlugins;

/**
 * Where an installation's plugins are, and which of them may be loaded.
 *
 * @param main the plugins folder
 * @param all that, and what is tried beside it
 */
record PluginFolders(Path main, List<Path> all, TrustedPlugins trusted) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

    /** @throws BootException if the configuration, which names the folder, can't be read */
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

    /** Checks that what is allowed are digests, for a misspelt one would look like a plugin that was changed. */
    static List<BootProblem> check(Config simmer) {
        Config allowed = simmer.get("plugins-allowed");
        return allowed.asList(String.class).orElse(List.of()).stream().filter(digest -> !DIGEST.matcher(digest).matches())
                .map(digest -> new BootProblem(OptionCheck.place(allowed), "holds '" + digest
                        + "', must be SHA-256 digests of 64 hexadecimal digits, as 'simmer plugins' shows them"))
                .toList();
    }

    /** Loads them all, without using any. */
    Catalogue catalogue() {
        return Catalogue.of(all, trusted);
    }
}
