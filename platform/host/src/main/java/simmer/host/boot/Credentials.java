package simmer.host.boot;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import simmer.host.access.Access;
import simmer.host.access.ApiKeys;
import simmer.host.access.Credential;
import simmer.host.access.KeySets;
import simmer.host.access.SecretHash;
import simmer.host.access.TokenKeys;
import simmer.host.access.Tokens;
import simmer.host.access.Users;
import simmer.host.configuration.AdministrationConfig;
import simmer.host.configuration.Installation;
import simmer.host.configuration.WebhookConfig;

/** Who may call, as configured. */
final class Credentials {

    private Credentials() {
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
}
