package simmer.router.cognigy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

import io.helidon.common.uri.UriInfo;
import io.helidon.common.uri.UriPath;
import io.helidon.webclient.api.ClientUri;

import simmer.spi.OptionChecks;

/**
 * Where Cognigy's API is.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name or an address
 * @param port 1 to 65535
 * @param basePath escaped, without a slash at its end: {@code /api/v1}, or empty
 */
record CognigyAddress(String scheme, String host, int port, String basePath) {

    private static final String EXAMPLE = "https://your-tenant.cognigy.ai/api/v1";

    /** @return empty, and a problem reported, if it is no such URL */
    static Optional<CognigyAddress> ofBaseUrl(Setting setting, OptionChecks checks) {
        Optional<CognigyAddress> address = parse(setting.value());
        if (address.isEmpty()) {
            // Not shown: a user's password may stand in it.
            setting.refuse(checks, "must be an http or https URL such as " + EXAMPLE
                    + ", without user, query and fragment");
        }
        return address;
    }

    /** @return empty, and a problem reported, if it is no host */
    static Optional<CognigyAddress> ofDomain(Setting setting, OptionChecks checks) {
        boolean isHost = setting.value().chars().noneMatch(c -> "/?#@\\".indexOf(c) >= 0);
        Optional<CognigyAddress> address = isHost ? parse("https://" + setting.value() + "/api/v1") : Optional.empty();
        if (address.isEmpty()) {
            setting.refuse(checks, "must be a host name such as your-tenant.cognigy.ai, without https:// and path");
        }
        return address;
    }

    private static Optional<CognigyAddress> parse(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean fits = (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null
                && uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null
                && uri.getPort() != 0 && uri.getPort() <= 0xffff;
        if (!fits) {
            return Optional.empty();
        }
        int port = uri.getPort() > 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return Optional.of(new CognigyAddress(scheme, uri.getHost(), port, uri.getRawPath().replaceAll("/+$", "")));
    }

    /**
     * The address of a call.
     *
     * @param path escaped, with a slash at its beginning; goes out exactly as it stands
     */
    ClientUri at(String path) {
        // Any shorter way through Helidon's builders decodes the path and escapes it anew, which loses %2F.
        return ClientUri.create(UriInfo.builder()
                .scheme(scheme)
                .host(host)
                .port(port)
                .path(UriPath.create(basePath + path))
                .build());
    }

    String hostAndPort() {
        return host + ":" + port;
    }
}
