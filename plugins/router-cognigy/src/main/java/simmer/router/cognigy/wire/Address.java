package simmer.router.cognigy.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a service is.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name or an address
 * @param port 1 to 65535
 * @param basePath escaped, without a slash at its end: {@code /api/v1}, or empty
 */
public record Address(String scheme, String host, int port, String basePath) {

    /** @return empty if the text is no http or https URL, or one with user, query or fragment */
    public static Optional<Address> parse(String url) {
        URI uri;
        try {
            uri = new URI(new URI(url).toASCIIString());
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
        int port = uri.getPort() > 0 ? uri.getPort() : usualPort(scheme);
        return Optional.of(new Address(scheme, uri.getHost(), port, uri.getRawPath().replaceAll("/+$", "")));
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** The same service without a path. */
    public Address root() {
        return new Address(scheme, host, port, "");
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    /** What goes into the header {@code Host}. */
    String authority() {
        return port == usualPort(scheme) ? host : hostAndPort();
    }

    public String hostAndPort() {
        return host + ":" + port;
    }
}
