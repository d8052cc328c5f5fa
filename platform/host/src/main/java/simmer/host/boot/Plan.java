package simmer.host.boot;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.helidon.config.Config;

import simmer.host.configuration.ConfigurationFile;
import simmer.host.configuration.ConfigurationProblem;
import simmer.host.configuration.EnvironmentCheck;
import simmer.host.configuration.HostCheck;
import simmer.host.configuration.Installation;
import simmer.host.configuration.ServerOptions;
import simmer.host.plugins.Catalogue;
import simmer.host.plugins.Kind;

/**
 * What is to be opened: which plugins, with which options. Nothing of it is open yet but the plugins' class loaders.
 *
 * @param file what it comes from
 * @param known the keys that there are, those of the plugins included
 * @param slots the places for plugins in which one was found
 * @param config what holds: the environment's overrides included, and paths made absolute
 */
record Plan(ConfigurationFile file, Set<String> known, List<Slot> slots, Config config) {

    /**
     * Reads and checks.
     *
     * @param opened takes the class loaders
     * @param problems takes what is wrong
     */
    static Plan of(Installation installation, Opened opened, List<ConfigurationProblem> problems) {
        ConfigurationFile file = ConfigurationFile.read(installation);
        HostCheck host = HostCheck.of(file);
        problems.addAll(host.problems());
        Catalogue catalogue = opened.add("plugin loaders", PluginFolders.of(installation, file).catalogue());
        catalogue.problems().forEach(problem -> problems.add(new ConfigurationProblem(problem.place(), problem.sentence())));
        List<Slot> slots = Stream.concat(
                Stream.of(Kind.values()).flatMap(kind -> Slot.find(kind, catalogue, file, problems).stream()),
                Slot.findFallback(catalogue, file, problems).stream()).toList();
        Set<String> known = new HashSet<>(host.known());
        slots.forEach(slot -> slot.options().keySet().forEach(option -> known.add(slot.node() + "." + option)));
        Map<String, String> paths = new LinkedHashMap<>();
        slots.forEach(slot -> paths.putAll(slot.absolutePaths(installation, file.effective())));
        paths.putAll(ServerOptions.absolutePaths(installation, file.effective().get("server")));
        return new Plan(file, known, slots, file.effective(paths));
    }

    /** What the environment sets and nobody reads. */
    List<String> warnings() {
        return EnvironmentCheck.warnings(file, known);
    }
}
