package simmer.host.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Secrets that lie in files: {@code COGNIGY_API_KEY_FILE=/run/secrets/key} stands for the variable COGNIGY_API_KEY with what
 * the file holds, without the line's end. So containers and systemd hand secrets over; a variable itself is seen by whoever
 * can see the process, and is handed on to every child.
 *
 * @param variables the environment, with those variables in place of the ones that name files
 * @param problems files that can't be read, and variables set in both ways
 */
record SecretFiles(Map<String, String> variables, List<ConfigurationProblem> problems) {

    private static final String SUFFIX = "_FILE";
    private static final int MAX_BYTES = 65_536;
    /** Names that hold a secret, whoever defines them; an option of ours may well end in {@code _FILE} itself. */
    private static final Pattern SECRET = Pattern.compile(
            "(COGNIGY|SIMMER|SERVER)_(.*_)?(KEY|SECRET|PASSWORD|PASSPHRASE|TOKEN)S?(_\\d+)?");

    /**
     * Reads the files.
     *
     * @param environment the environment as it was set
     * @param refersTo whether the configuration takes a variable's value by <code>${…}</code>
     */
    static SecretFiles read(Map<String, String> environment, Predicate<String> refersTo) {
        Map<String, String> variables = new HashMap<>(environment);
        List<ConfigurationProblem> problems = new ArrayList<>();
        environment.forEach((variable, file) -> {
            String name = variable.endsWith(SUFFIX) ? variable.substring(0, variable.length() - SUFFIX.length()) : "";
            if (name.isEmpty() || !(SECRET.matcher(name).matches() || refersTo.test(name))) {
                return;
            }
            variables.remove(variable);
            if (environment.containsKey(name)) {
                problems.add(new ConfigurationProblem(variable, "is set, and " + name + " too: keep one of the two"));
                return;
            }
            try {
                variables.put(name, secret(Path.of(file)));
            } catch (IOException e) {
                problems.add(new ConfigurationProblem(variable, "names " + file + ", which can't be used ("
                        + (e instanceof CharacterCodingException ? "it is not UTF-8" : e) + ")"));
            }
        });
        return new SecretFiles(Map.copyOf(variables), List.copyOf(problems));
    }

    private static String secret(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is over " + MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().stripTrailing();
        }
    }
}
