package simmer.host.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.helidon.config.Config;

import simmer.host.plugins.Kind;

/**
 * A configuration looked through, but for the plugins' options and the phrases of rules.
 *
 * @param known the keys that there are
 * @param problems what is wrong, in the order in which it is told
 */
public record HostCheck(Set<String> known, List<ConfigurationProblem> problems) {

    public HostCheck {
        known = Set.copyOf(known);
        problems = List.copyOf(problems);
    }

    /** Looks through a configuration. */
    public static HostCheck of(ConfigurationFile file) {
        OptionMetadata metadata = OptionMetadata.read(metadata());
        Map<String, OptionSpec> simmer = new LinkedHashMap<>(metadata.at("simmer"));
        for (Kind kind : Kind.values()) {
            simmer.put(kind.slot(), OptionSpec.slot(kind.slot()));
        }
        Map<String, Map<String, OptionSpec>> roots = Map.of("simmer", simmer, "server", metadata.at("server"));
        OptionCheck check = new OptionCheck(metadata, file);
        Config effective = file.effective();
        check.checkRoots(roots, file.written(), effective);
        List<ConfigurationProblem> ofServer = ServerOptions.check(check, metadata, file.written().get("server"),
                effective.get("server"));
        List<ConfigurationProblem> problems = new ArrayList<>(check.problems());
        problems.addAll(ofServer);
        problems.addAll(file.unreadableSecrets());
        problems.addAll(file.dangling());
        Set<String> reported = problems.stream().map(ConfigurationProblem::place).collect(Collectors.toSet());
        problems.addAll(HostOptions.check(effective.get("simmer"), reported, Runtime.getRuntime().maxMemory()));
        return new HostCheck(check.known(), problems);
    }

    private static List<URL> metadata() {
        try {
            return Collections.list(HostCheck.class.getClassLoader().getResources(OptionMetadata.RESOURCE));
        } catch (IOException e) {
            throw new UncheckedIOException("the host's own metadata can't be read", e);
        }
    }
}
