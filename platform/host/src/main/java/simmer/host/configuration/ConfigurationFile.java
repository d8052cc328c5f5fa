package simmer.host.configuration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import io.helidon.config.EnvironmentVariables;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** The YAML file, and what environment variables make of it. */
public final class ConfigurationFile {

    private static final long MAX_BYTES = 1 << 20;

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

    private final String yaml;
    private final Map<String, String> variables;
    private final List<ConfigurationProblem> unreadableSecrets;
    private final Map<String, String> environment;
    private final Config written;
    private final Config effective;

    private ConfigurationFile(String yaml, Map<String, String> set) {
        this.yaml = yaml;
        SecretFiles secrets = SecretFiles.read(set, variable -> yaml.contains("${" + variable + "}"));
        this.variables = secrets.variables();
        this.unreadableSecrets = secrets.problems();
        this.environment = EnvironmentVariables.expand(variables);
        this.written = plain().sources(ConfigSources.create(yaml, MediaTypes.APPLICATION_YAML)).build();
        this.effective = effective(Map.of());
    }

    /** @throws ConfigurationException if the file isn't there or is no YAML */
    public static ConfigurationFile read(Installation installation) {
        Path file = installation.configuration();
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw unreadable(installation, "is over " + MAX_BYTES + " bytes");
            }
            String yaml = Files.readString(file);
            requireMapping(installation, yaml);
            return new ConfigurationFile(yaml, installation.environment());
        } catch (NoSuchFileException e) {
            throw unreadable(installation, "there is no such file: give one with --config FILE");
        } catch (CharacterCodingException e) {
            throw unreadable(installation, "is not UTF-8");
        } catch (IOException e) {
            throw unreadable(installation, "can't be read (" + e.getMessage() + ")");
        }
    }

    /** Helidon would take duplicate keys in silence and tell of an error in several lines, so a look of our own. */
    private static void requireMapping(Installation installation, String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            if (!(new Yaml(new SafeConstructor(options)).load(yaml) instanceof Map)) {
                throw unreadable(installation, "holds no keys: it begins with 'simmer:'");
            }
        } catch (MarkedYAMLException e) {
            String where = e.getProblemMark() == null
                    ? ""
                    : " at line " + (e.getProblemMark().getLine() + 1) + ", column " + (e.getProblemMark().getColumn() + 1);
            throw unreadable(installation, "is no YAML" + where + ": " + firstLine(e.getProblem()));
        } catch (YAMLException e) {
            throw unreadable(installation, "is no YAML: " + firstLine(e.getMessage()));
        }
    }

    private static String firstLine(@Nullable String text) {
        return Objects.requireNonNullElse(text, "it can't be parsed").lines().findFirst().orElse("");
    }

    private static ConfigurationException unreadable(Installation installation, String sentence) {
        return new ConfigurationException(installation.configurationName(),
                List.of(new ConfigurationProblem(installation.configuration().toString(), sentence)));
    }

    /** What the file says. */
    public Config written() {
        return written;
    }

    /** What holds: the environment over the file. */
    public Config effective() {
        return effective;
    }

    /** The same with the given values over both. */
    public Config effective(Map<String, String> overrides) {
        return plain().sources(ConfigSources.create(overrides), ConfigSources.create(environment),
                ConfigSources.create(yaml, MediaTypes.APPLICATION_YAML)).build();
    }

    /** Secrets that the environment hands over in files, and that can't be had. */
    List<ConfigurationProblem> unreadableSecrets() {
        return unreadableSecrets;
    }

    /** The environment's variables as they were set, and those whose values lie in files. */
    Map<String, String> variables() {
        return variables;
    }

    /** Whether the file takes a variable's value by <code>${…}</code>. */
    boolean refersTo(String variable) {
        return yaml.contains("${" + variable + "}");
    }

    /** Which variable a key's value comes from, as the end of a sentence; empty if from none. */
    String origin(String key) {
        return variables.entrySet().stream()
                .filter(variable -> EnvironmentVariables.expand(Map.ofEntries(variable)).containsKey(key))
                .map(variable -> " (from the environment variable " + variable.getKey() + ")").findFirst().orElse("");
    }

    /** Values that refer to something that isn't there: as they stand they would be taken for the value itself. */
    List<ConfigurationProblem> dangling() {
        List<ConfigurationProblem> problems = new ArrayList<>();
        effective.traverse().filter(node -> node.isLeaf() && written.get(node.key()).exists()).forEach(node -> {
            Matcher reference = REFERENCE.matcher(node.asString().orElse(""));
            if (reference.find()) {
                problems.add(new ConfigurationProblem(OptionCheck.place(node), "refers to ${" + reference.group(1)
                        + "}: there is no such environment variable"));
            }
        });
        return problems;
    }

    private static Config.Builder plain() {
        return Config.builder().disableEnvironmentVariablesSource().disableSystemPropertiesSource();
    }
}
