package simmer.router.cognigy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.helidon.config.Config;

import simmer.router.cognigy.access.Authentication;
import simmer.router.cognigy.access.Secret;
import simmer.router.cognigy.access.Setting;
import simmer.router.cognigy.access.TokenService.ClientId;
import simmer.router.cognigy.dialect.EndpointCall.Form;
import simmer.router.cognigy.wire.Peer;
import simmer.spi.OptionChecks;

/**
 * Where Cognigy is and who we are, as far as the options or else the environment say.
 *
 * @param api where the API is
 * @param endpoint where the endpoint service is
 * @param urlToken the endpoint's name
 * @param key the API key
 * @param client the OAuth2 client
 */
record Access(Optional<Peer> api, Optional<Peer> endpoint, Optional<Secret> urlToken, Optional<Secret> key,
        Optional<ClientId> client) {

    private static final String DOMAIN = "COGNIGY_DOMAIN";
    private static final String BASE_URL = "COGNIGY_BASE_URL";
    private static final String ENDPOINT_URL = "COGNIGY_ENDPOINT_URL";
    private static final String URL_TOKEN = "COGNIGY_URL_TOKEN";
    private static final String API_KEY = "COGNIGY_API_KEY";
    private static final String CLIENT_ID = "COGNIGY_OAUTH_CLIENT_ID";
    private static final String CLIENT_SECRET = "COGNIGY_OAUTH_CLIENT_SECRET";

    /**
     * Looks for all of it.
     *
     * @param root the whole configuration, whose root holds the environment's variables
     * @param checks takes what is wrong with it; that part is then absent
     */
    static Access find(CognigyConfig config, Config root, OptionChecks checks) {
        Optional<Peer> api = api(config, root, checks);
        Optional<Setting> endpoint = Setting.find("endpoint-url", config.endpointUrl(), ENDPOINT_URL, root);
        Optional<Setting> token = Setting.find("url-token", config.urlToken(), URL_TOKEN, root);
        Optional<Secret> key = Setting.find("api-key", config.apiKey(), API_KEY, root)
                .flatMap(it -> Secret.of(it, checks));
        return new Access(api, endpoint.flatMap(it -> Addresses.endpoint(it, checks))
                .map(it -> new Peer("Cognigy endpoint", it, ENDPOINT_URL)),
                token.flatMap(it -> Secret.of(it, checks)), key, client(config, root, checks));
    }

    private static Optional<Peer> api(CognigyConfig config, Config root, OptionChecks checks) {
        boolean tutorials = config.dialect().isTutorials();
        Optional<Setting> baseUrl = Setting.find("base-url", config.baseUrl(), BASE_URL, root);
        Optional<Setting> domain = Setting.find("domain", config.domain(), DOMAIN, root);
        return baseUrl.flatMap(it -> Addresses.api(it, tutorials, checks))
                .or(() -> domain.flatMap(it -> Addresses.domain(it, tutorials, checks)))
                .map(it -> new Peer("Cognigy API", it, tutorials ? DOMAIN + " or " + BASE_URL : BASE_URL));
    }

    private static Optional<ClientId> client(CognigyConfig config, Config root, OptionChecks checks) {
        Optional<Setting> id = Setting.find("oauth-client-id", config.oauthClientId(), CLIENT_ID, root);
        Optional<Secret> secret = Setting.find("oauth-client-secret", config.oauthClientSecret(), CLIENT_SECRET, root)
                .flatMap(it -> Secret.of(it, checks));
        return id
                .flatMap(it -> secret.map(found -> new ClientId(it.value(), found, config.oauthScope().orElse("").strip())));
    }

    /** How calls show who makes them: as chosen, or as what is there allows. */
    Authentication authentication(CognigyConfig config) {
        return config.authentication().orElseGet(() -> {
            if (config.dialect().isTutorials()) {
                return Authentication.BEARER;
            }
            if (key.isEmpty() && client.isPresent()) {
                return Authentication.OAUTH2;
            }
            return key.isEmpty() && usesEndpointService(config) ? Authentication.NONE : Authentication.API_KEY;
        });
    }

    /** Whether the dialect's calls go to the endpoint service and not to the API. */
    static boolean usesEndpointService(CognigyConfig config) {
        return config.dialect().speaksThroughEndpoint()
                && config.endpointForm() == Form.CURRENT;
    }

    /**
     * What the dialect lacks.
     *
     * @return one sentence that says what to set; empty if nothing is missing
     */
    Optional<String> missing(CognigyConfig config) {
        List<String> nouns = new ArrayList<>();
        List<String> variables = new ArrayList<>();
        Authentication by = authentication(config);
        if ((by == Authentication.BEARER || by == Authentication.API_KEY) && key.isEmpty()) {
            nouns.add("API key");
            variables.add(API_KEY);
        }
        if (by == Authentication.OAUTH2 && client.isEmpty()) {
            nouns.add("OAuth2 client");
            variables.addAll(List.of(CLIENT_ID, CLIENT_SECRET));
        }
        if (api.isEmpty() && (by == Authentication.OAUTH2 || !usesEndpointService(config))) {
            nouns.add(config.dialect().isTutorials() ? "domain" : "API address");
            variables.add(config.dialect().isTutorials() ? DOMAIN : BASE_URL);
        }
        if (endpoint.isEmpty() && usesEndpointService(config)) {
            nouns.add("endpoint address");
            variables.add(ENDPOINT_URL);
        }
        if (urlToken.isEmpty() && config.dialect().speaksThroughEndpoint()) {
            nouns.add("URL token");
            variables.add(URL_TOKEN);
        }
        return nouns.isEmpty()
                ? Optional.empty()
                : Optional.of("No Cognigy " + nouns.getFirst() + " is configured. Set the environment variable"
                        + (variables.size() == 1 ? " " : "s ") + listed(variables)
                        + ", or choose 'dialect: reply', which needs none.");
    }

    private static String listed(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    /** Whose calls are counted together. */
    String account(CognigyConfig config) {
        return switch (authentication(config)) {
            case BEARER, API_KEY -> key.orElseThrow().account();
            case OAUTH2 -> client.orElseThrow().secret().account();
            case NONE -> urlToken.orElseThrow().account();
        };
    }
}
