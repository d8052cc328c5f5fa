package simmer.host.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds environment variables that were meant to override an option and don't. A warning, not an error: others set variables
 * too, as Kubernetes does for a service that is named simmer.
 */
public final class EnvironmentCheck {

    /** What the launcher reads, and what Kubernetes sets. */
    private static final Pattern OTHERS = Pattern.compile("SIMMER_(JAVA_.*|SERVICE_(HOST|PORT).*|PORT(_.*)?)");

    private EnvironmentCheck() {
    }

    /**
     * One sentence for each variable that overrides nothing.
     *
     * @param known every key that there is; {@code #} stands for a place in a list
     */
    public static List<String> warnings(ConfigurationFile file, Set<String> known) {
        Set<String> names = known.stream().map(EnvironmentCheck::variable).collect(Collectors.toSet());
        Map<String, String> warnings = new TreeMap<>();
        for (String variable : file.variables().keySet()) {
            String generic = variable.replaceAll("_\\d+(?=_|$)", "_#").replace("_DASH_", "_dash_");
            if (variable.startsWith("SIMMER_") && !OTHERS.matcher(variable).matches() && !names.contains(generic)
                    && !file.refersTo(variable)) {
                warnings.put(variable, "the environment variable " + variable
                        + " overrides no option: a dot is _ and a dash is _dash_" + meant(generic, names));
            }
        }
        return List.copyOf(warnings.values());
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace("-", "_dash_").replace('.', '_');
    }

    /** The nearest name, compared without the marks of dashes, which are what people forget. */
    private static String meant(String variable, Set<String> names) {
        Map<String, String> bare = new HashMap<>();
        names.forEach(name -> bare.put(name.replace("_dash_", "_"), name));
        return NearMatch.of(variable.replace("_dash_", "_"), bare.keySet())
                .map(near -> ". Did you mean " + bare.get(near) + "?").orElse("");
    }
}
