package simmer.host.boot;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;

import io.helidon.common.config.NamedService;
import io.helidon.config.Config;

import simmer.host.configuration.ConfigurationFile;
import simmer.host.configuration.ConfigurationProblem;
import simmer.host.configuration.Installation;
import simmer.host.configuration.NearMatch;
import simmer.host.configuration.OptionCheck;
import simmer.host.configuration.OptionMetadata;
import simmer.host.configuration.OptionMetadata.BadMetadataException;
import simmer.host.configuration.OptionSpec;
import simmer.host.plugins.Catalogue;
import simmer.host.plugins.Kind;
import simmer.host.plugins.Plugin;
import simmer.spi.OptionException;
import simmer.spi.OptionProblem;
import simmer.spi.PluginProvider;

/**
 * One of the places for a plugin: which plugin the configuration names for it, and with which options. There is one for each
 * kind, and one more for the model that reads when the first can't.
 *
 * @param name the key below {@code simmer}: {@code model}, {@code model.fallback}, {@code scoring}, {@code router}
 * @param plugin the plugin named
 * @param options what the plugin's options are
 * @param node the plugin's node, {@code simmer.NAME.KEY}
 */
record Slot(String name, Plugin<?> plugin, Map<String, OptionSpec> options, String node) {

    private static final String FALLBACK = "fallback";

    /** The name of the slot for the model that reads when the first can't. */
    static final String FALLBACK_MODEL = Kind.MODEL.slot() + "." + FALLBACK;

    /**
     * Finds what a slot names, and checks its options' keys and types.
     *
     * @param problems takes what is wrong
     * @return the slot, absent if something is wrong with it
     */
    static Optional<Slot> find(Kind kind, Catalogue catalogue, ConfigurationFile file, List<ConfigurationProblem> problems) {
        List<Config> named = children(written(file, kind.slot())).stream()
                .filter(child -> kind != Kind.MODEL || !child.name().equals(FALLBACK)).toList();
        return find(kind.slot(), kind, named, catalogue, file, problems);
    }

    /** The same for the model that reads when the first can't; also absent if none is named. */
    static Optional<Slot> findFallback(Catalogue catalogue, ConfigurationFile file, List<ConfigurationProblem> problems) {
        Config written = written(file, FALLBACK_MODEL);
        return written.exists()
                ? find(FALLBACK_MODEL, Kind.MODEL, children(written), catalogue, file, problems)
                : Optional.empty();
    }

    private static Config written(ConfigurationFile file, String name) {
        return file.written().get("simmer").get(name);
    }

    private static List<Config> children(Config node) {
        return node.isLeaf() ? List.of() : node.asNodeList().orElse(List.of());
    }

    private static Optional<Slot> find(String name, Kind kind, List<Config> named, Catalogue catalogue,
            ConfigurationFile file,
            List<ConfigurationProblem> problems) {
        if (named.size() != 1) {
            problems.add(new ConfigurationProblem(OptionCheck.place(written(file, name)),
                    choose(name, kind, catalogue, named.size())));
            return Optional.empty();
        }
        Config node = named.getFirst();
        Optional<? extends Plugin<?>> plugin = catalogue.find(kind, node.name());
        if (plugin.isEmpty()) {
            problems.add(new ConfigurationProblem(OptionCheck.place(node), unknown(kind, node.name(), catalogue)));
            return Optional.empty();
        }
        OptionMetadata metadata;
        try {
            metadata = OptionMetadata.of(plugin.get());
        } catch (BadMetadataException e) {
            problems.add(new ConfigurationProblem(OptionCheck.place(node), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
        Map<String, OptionSpec> options = metadata.at(plugin.get().key());
        OptionCheck check = new OptionCheck(metadata, file);
        check.check(node.name(), options, node, file.effective().get(node.key()));
        problems.addAll(check.problems());
        return check.problems().isEmpty()
                ? Optional.of(new Slot(name, plugin.get(), options, node.key().toString()))
                : Optional.empty();
    }

    private static String choose(String name, Kind kind, Catalogue catalogue, int named) {
        return (named == 0 ? "names no plugin" : "names " + named + " plugins") + ": name one as '"
                + name.substring(name.lastIndexOf('.') + 1) + ": {KEY: {…}}'. " + found(kind, catalogue);
    }

    private static String unknown(Kind kind, String key, Catalogue catalogue) {
        return "no plugin of kind '" + kind.slot() + "' has this key. "
                + NearMatch.of(key, catalogue.keys(kind)).map(near -> "Did you mean '" + near + "'? ").orElse("")
                + found(kind, catalogue);
    }

    private static String found(Kind kind, Catalogue catalogue) {
        List<String> keys = catalogue.keys(kind);
        return keys.isEmpty() ? "The plugins folder has none" : "In the plugins folder: " + String.join(", ", keys);
    }

    /** How the start's log calls it. */
    String title() {
        return name.replace('.', ' ');
    }

    /** The options that are relative paths, made absolute: written ones and defaults. */
    Map<String, String> absolutePaths(Installation installation, Config effective) {
        Map<String, String> paths = new LinkedHashMap<>();
        options.values().stream().filter(OptionSpec::isPath).forEach(spec -> effective.get(node + "." + spec.key())
                .asString().asOptional().or(spec::defaultValue)
                .ifPresent(path -> paths.put(node + "." + spec.key(), installation.resolve(path))));
        return paths;
    }

    /**
     * Has the plugin made.
     *
     * @param service what the kind's providers make
     * @param problems takes what is wrong
     */
    @SuppressWarnings("deprecation") // Helidon's NamedService: see PluginProvider
    <T extends NamedService> Optional<T> create(Class<T> service, Config effective, List<ConfigurationProblem> problems) {
        try {
            Optional<T> made = Optional.ofNullable(service.cast(create(plugin, effective.get(node))));
            if (made.isEmpty()) {
                problems.add(new ConfigurationProblem(node, "the provider of " + plugin.name()
                        + " made nothing: report it to the plugin's author"));
            }
            return made;
        } catch (OptionException e) {
            for (OptionProblem problem : e.problems()) {
                problems.add(new ConfigurationProblem(node + "." + problem.key(), problem.sentence()));
            }
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            problems.add(new ConfigurationProblem(node, "the plugin " + plugin.name() + " could not start: "
                    + (e instanceof UncheckedIOException ? e.getMessage() : e)));
        }
        return Optional.empty();
    }

    @SuppressWarnings("deprecation") // Helidon's NamedService: see PluginProvider
    private static <P extends PluginProvider<?>> NamedService create(Plugin<P> plugin, Config options) {
        return plugin.call(provider -> provider.create(options, plugin.key()));
    }
}
