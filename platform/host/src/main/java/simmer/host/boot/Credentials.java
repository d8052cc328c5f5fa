package simmer.host.boot;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.helidon.config.Config;

import simmer.host.access.Access;
import simmer.host.access.ApiKeys;
import simmer.host.access.Credential;
import simmer.host.access.KeySets;
import simmer.host.access.SecretHash;
import simmer.host.access.TokenKeys;
import simmer.host.access.Tokens;
import simmer.host.access.Users;

/** Who may call, as configured. */
final class Credentials {

    private static final Pattern LOCAL = Pattern.compile("^(?i)http://(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])[:/]");

    private final Config simmer;
    private final Set<String> reported;
    private final List<BootProblem> problems = new ArrayList<>();

    private Credentials(Config simmer, Set<String> reported) {
        this.simmer = simmer;
        this.reported = reported;
    }

    /** Who may call the webhook. */
    static Access webhook(Installation installation, WebhookConfig options) {
        List<Credential> credentials = new ArrayList<>();
        if (!options.apiKeys().isEmpty()) {
            credentials.add(keys(options.apiKeys(), "simmer.webhook.api-keys"));
        }
        if (!options.users().isEmpty()) {
            credentials.add(new Users(options.users().stream()
                    .map(user -> new Users.User(user.name(), hash(user.password()))).toList()));
        }
        options.tokens().ifPresent(tokens -> credentials.add(new Tokens(
                new TokenKeys(source(installation, tokens.keySet()), System::nanoTime),
                new Tokens.Expected(tokens.issuer(), tokens.audience(), tokens.scope()))));
        return Access.with(credentials);
    }

    /** Who may use the administration port. */
    static Access administration(AdministrationConfig options) {
        return Access.with(options.apiKeys().isEmpty()
                ? List.of()
                : List.of(keys(options.apiKeys(), "simmer.administration.api-keys")));
    }

    private static ApiKeys keys(List<String> configured, String option) {
        return new ApiKeys(configured.stream().map(Credentials::hash).toList(), option);
    }

    private static SecretHash hash(String secret) {
        String stripped = secret.strip();
        return SecretHash.isMeant(stripped) ? SecretHash.parse(stripped) : SecretHash.of(stripped, new SecureRandom());
    }

    private static TokenKeys.Source source(Installation installation, URI keySet) {
        return isOnTheWeb(keySet)
                ? KeySets.web(keySet)
                : KeySets.file(Path.of(installation.resolve(keySet.getPath())));
    }

    private static boolean isOnTheWeb(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("https") || scheme.equals("http");
    }

    /**
     * Checks all credentials.
     *
     * @param reported the places of which something was said already
     */
    static List<BootProblem> check(Config simmer, Set<String> reported) {
        Credentials check = new Credentials(simmer, reported);
        check.keys("webhook.api-keys");
        check.keys("administration.api-keys");
        check.users();
        check.tokens();
        return check.problems;
    }

    private void keys(String key) {
        Config keys = simmer.get(key);
        if (!isReported(keys)) {
            keys.asList(String.class).orElse(List.of()).forEach(secret -> secret(keys, "a key", secret));
        }
    }

    private void users() {
        Set<String> names = new HashSet<>();
        for (Config user : nodes(simmer.get("webhook.users"))) {
            String name = user.get("name").asString().orElse("");
            if (name.isBlank() || name.contains(":")) {
                problem(user.get("name"), "is missing or empty, or holds a colon, which no name sent as Basic can");
            } else if (!names.add(name)) {
                problem(user.get("name"), "is '" + name + "', as another's is: give each a name of its own");
            }
            secret(user.get("password"), "a password", user.get("password").asString().orElse(""));
        }
    }

    private void tokens() {
        Config tokens = simmer.get("webhook.tokens");
        if (!tokens.exists() || isReported(tokens)) {
            return;
        }
        for (String key : List.of("key-set", "issuer", "audience")) {
            if (tokens.get(key).asString().orElse("").isBlank()) {
                problem(tokens.get(key), "is missing or empty");
            }
        }
        Config keySet = tokens.get("key-set");
        String address = keySet.asString().orElse("");
        if (!isReported(keySet) && address.regionMatches(true, 0, "http:", 0, "http:".length()) && !LOCAL.matcher(address).find()) {
            problem(keySet, "must be https, for whoever could change what comes over http could sign tokens");
        }
    }

    private void secret(Config node, String what, String secret) {
        String stripped = secret.strip();
        if (isReported(node)) {
            return;
        }
        if (SecretHash.isMeant(stripped) && !SecretHash.isHash(stripped)) {
            problem(node, "holds a hash that is not whole: make it with 'simmer hash-key'");
        } else if (stripped.length() < SecretHash.MIN_LENGTH) {
            problem(node, "holds " + what + " of " + stripped.length() + " characters, must be " + SecretHash.MIN_LENGTH
                    + " or more");
        }
    }

    private static List<Config> nodes(Config list) {
        return list.exists() && !list.isLeaf() ? list.asNodeList().orElse(List.of()) : List.of();
    }

    private boolean isReported(Config node) {
        return reported.contains(OptionCheck.place(node));
    }

    private void problem(Config node, String sentence) {
        problems.add(new BootProblem(OptionCheck.place(node), sentence));
    }
}
