package simmer.host.configuration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.helidon.config.Config;

import simmer.host.access.SecretHash;

/**
 * Checks who may call, as {@link HostOptions} does the rest.
 *
 * @param simmer the node {@code simmer}
 * @param findings takes what is found
 */
record CredentialOptions(Config simmer, OptionFindings findings) {

    /** An address on the web with a host, or a path: alone or as a whole {@code file:} address. */
    private static final Pattern READABLE = Pattern.compile("(?i)https?://[^/?#]+.*|file:/.+|(?![a-z][a-z0-9+.-]*:).+");
    private static final Pattern LOCAL = Pattern.compile("^(?i)http://(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])[:/]");

    void check() {
        keys("webhook.api-keys");
        keys("administration.api-keys");
        users();
        tokens();
    }

    private void keys(String key) {
        Config keys = simmer.get(key);
        if (!findings.isReported(keys)) {
            keys.asList(String.class).orElse(List.of()).forEach(secret -> secret(keys, "a key", secret));
        }
    }

    private void users() {
        Set<String> names = new HashSet<>();
        for (Config user : OptionFindings.entries(simmer.get("webhook.users"))) {
            String name = user.get("name").asString().orElse("");
            if (name.isBlank() || name.contains(":")) {
                findings.problem(user.get("name"), "is missing or empty, or holds a colon, which no name sent as Basic can");
            } else if (!names.add(name)) {
                findings.problem(user.get("name"), "is '" + name + "', as another's is: give each a name of its own");
            }
            secret(user.get("password"), "a password", user.get("password").asString().orElse(""));
        }
    }

    private void tokens() {
        Config tokens = simmer.get("webhook.tokens");
        if (!tokens.exists() || findings.isReported(tokens)) {
            return;
        }
        for (String key : List.of("key-set", "issuer", "audience")) {
            findings.requireText(tokens.get(key));
        }
        Config keySet = tokens.get("key-set");
        String address = keySet.asString().orElse("");
        if (!address.isBlank() && !READABLE.matcher(address).matches()) {
            findings.problem(keySet, "must be an https or http address, or the path of a file");
        } else if (address.regionMatches(true, 0, "http:", 0, "http:".length()) && !LOCAL.matcher(address).find()) {
            findings.problem(keySet, "must be https, for whoever could change what comes over http could sign tokens");
        }
    }

    private void secret(Config node, String what, String secret) {
        String stripped = secret.strip();
        if (findings.isReported(node)) {
            return;
        }
        if (SecretHash.isMeant(stripped) && !SecretHash.isHash(stripped)) {
            findings.problem(node, "holds a hash that is not whole: make it with 'simmer hash-key'");
        } else if (stripped.length() < SecretHash.MIN_LENGTH) {
            findings.problem(node,
                    "holds " + what + " of " + stripped.length() + " characters, must be " + SecretHash.MIN_LENGTH
                            + " or more");
        }
    }
}
