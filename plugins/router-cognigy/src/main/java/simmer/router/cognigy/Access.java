package simmer.router.cognigy;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.helidon.config.Config;

import simmer.spi.OptionChecks;

/** What it takes to call Cognigy: an address and a key, from the options or else from the environment. */
sealed interface Access {

    /** Both are there. */
    record Granted(CognigyAddress address, ApiKey key) implements Access {
    }

    /**
     * Something is not there. That doesn't stop the start, for scores are of use without Cognigy.
     *
     * @param advice what is missing and what to do
     */
    record Missing(String advice) implements Access {

        /** Says so in the log, once; returns the advice. */
        String logged() {
            LOGGER.log(Level.WARNING, "Sessions will not be moved: {0}", advice);
            return advice;
        }
    }

    System.Logger LOGGER = System.getLogger(Access.class.getName());

    /**
     * Looks for address and key.
     *
     * @param root the whole configuration, whose root holds the environment's variables
     * @param checks takes what is wrong with them; the result is then of no use
     */
    static Access find(CognigyConfig config, Config root, OptionChecks checks) {
        Optional<Setting> key = Setting.find("api-key", config.apiKey(), "COGNIGY_API_KEY", root);
        Optional<Setting> baseUrl = Setting.find("base-url", config.baseUrl(), "COGNIGY_BASE_URL", root);
        Optional<Setting> domain = Setting.find("domain", config.domain(), "COGNIGY_DOMAIN", root);

        Optional<CognigyAddress> address = baseUrl.flatMap(it -> CognigyAddress.ofBaseUrl(it, checks))
                .or(() -> domain.flatMap(it -> CognigyAddress.ofDomain(it, checks)));
        Optional<ApiKey> apiKey = key.flatMap(it -> ApiKey.of(it, checks));
        if (address.isPresent() && apiKey.isPresent()) {
            return new Granted(address.get(), apiKey.get());
        }
        return missing(address.isEmpty(), apiKey.isEmpty());
    }

    private static Missing missing(boolean address, boolean key) {
        List<String> toSet = new ArrayList<>();
        if (key) {
            toSet.add("COGNIGY_API_KEY");
        }
        if (address) {
            toSet.add("COGNIGY_DOMAIN");
        }
        return new Missing("No Cognigy " + (key ? "API key" : "domain") + " is configured. Set the environment variable"
                + (toSet.size() == 1 ? " " : "s ") + String.join(" and ", toSet)
                + ", or choose 'dialect: reply', which needs none.");
    }
}
