package simmer.host.boot;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds environment variables that were meant to override an option and don't. A warning, not an error: others set variables
 * too, as Kubernetes does for a service that is named simmer.
 */
final class EnvironmentCheck {

    /** What the launcher reads, and what Kubernetes sets. */
    private static final Pattern OTHERS = Pattern.compile("SIMMER_(JAVA_.*|SERVICE_(HOST|PORT).*|PORT(_.*)?)");

    private EnvironmentCheck() {
    }

    /**
     * One sentence for each variable that overrides nothing.
     *
     * @param known every key that there is; {@code #} stands for a place in a list
     */
    static List<String> warnings(ConfigurationFile file, Set<String> known) {
        Map<String, String> names = new HashMap<>();
        known.forEach(key -> names.put(variable(key), key));
        Map<String, String> warnings = new TreeMap<>();
        for (String variable : file.variables().keySet()) {
            String generic = variable.replaceAll("_\\d+(?=_|$)", "_#").replace("_DASH_", "_dash_");
            if (variable.startsWith("SIMMER_") && !OTHERS.matcher(variable).matches() && !names.containsKey(generic)
                    && !file.refersTo(variable)) {
                warnings.put(variable, "the environment variable " + variable + " overrides no option: a dot is _ and a dash is"
                        + " _dash_" + NearMatch.of(generic.replace("_dash_", "_"), bare(names.keySet()))
                                .map(near -> near(near, names.keySet())).map(near -> ". Did you mean " + near + "?").orElse(""));
            }
        }
        return List.copyOf(warnings.values());
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace("-", "_dash_").replace('.', '_');
    }

    private static List<String> bare(Set<String> names) {
        return names.stream().map(name -> name.replace("_dash_", "_")).toList();
    }

    private static String near(String bare, Set<String> names) {
        return names.stream().filter(name -> name.replace("_dash_", "_").equals(bare)).findFirst().orElse(bare);
    }
}
