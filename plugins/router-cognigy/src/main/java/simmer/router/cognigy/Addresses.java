package simmer.router.cognigy;

import java.util.Optional;

import simmer.router.cognigy.access.Setting;
import simmer.router.cognigy.wire.Address;
import simmer.spi.OptionChecks;

/** Addresses as users write them. */
final class Addresses {

    private static final String TUTORIALS_PATH = "/api/v1";
    private static final String TUTORIALS = "https://your-tenant.cognigy.ai" + TUTORIALS_PATH;
    private static final String API = "https://api-trial.cognigy.ai";
    private static final String ENDPOINT = "https://endpoint-trial.cognigy.ai";

    private Addresses() {
    }

    /**
     * Reads the API's address.
     *
     * @param tutorials whether it is the tutorial's API, and not Cognigy's own
     * @return empty, and a problem reported, if it is none
     */
    static Optional<Address> api(Setting setting, boolean tutorials, OptionChecks checks) {
        Optional<Address> address = url(setting, tutorials ? TUTORIALS : API, checks);
        String path = address.map(Address::basePath).orElse("");
        if (!tutorials && (path.endsWith(TUTORIALS_PATH) || path.matches(".*/new(/v\\d.*)?"))) {
            setting.refuse(checks, "ends with " + path + ", which this dialect's calls don't have: give the API's root, such"
                    + " as " + API);
            return Optional.empty();
        }
        return address;
    }

    /** @return empty, and a problem reported, if it is none */
    static Optional<Address> endpoint(Setting setting, OptionChecks checks) {
        Optional<Address> address = url(setting, ENDPOINT, checks);
        if (address.isPresent() && !address.get().basePath().isEmpty()) {
            setting.refuse(checks, "has a path: give the endpoint service's root, such as " + ENDPOINT
                    + ", and what follows it in the endpoint's URL as the option url-token or COGNIGY_URL_TOKEN");
            return Optional.empty();
        }
        return address;
    }

    private static Optional<Address> url(Setting setting, String example, OptionChecks checks) {
        Optional<Address> address = Address.parse(setting.value());
        if (address.isEmpty()) {
            // Not shown: a user's password may stand in it.
            setting.refuse(checks, "must be an http or https URL such as " + example
                    + ", without user, query and fragment");
        }
        return address;
    }

    /** @return empty, and a problem reported, if it is no host */
    static Optional<Address> domain(Setting setting, boolean tutorials, OptionChecks checks) {
        boolean isHost = setting.value().chars().noneMatch(c -> "/?#@\\".indexOf(c) >= 0);
        Optional<Address> address = isHost
                ? Address.parse("https://" + setting.value() + (tutorials ? TUTORIALS_PATH : ""))
                : Optional.empty();
        if (address.isEmpty()) {
            setting.refuse(checks, "must be a host name such as your-tenant.cognigy.ai, without https:// and path");
        }
        return address;
    }
}
