package simmer.model.oip;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

import simmer.spi.OptionChecks;

/**
 * Where a server is.
 *
 * @param base without a slash at its end
 */
record ServerAddress(String base) {

    /**
     * Reads an address.
     *
     * @param checks takes what is wrong with it
     */
    static Optional<ServerAddress> of(String text, OptionChecks checks) {
        try {
            URI uri = new URI(text.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean good = (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null
                    && uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            if (good) {
                return Optional.of(new ServerAddress(text.strip().replaceAll("/+$", "")));
            }
        } catch (URISyntaxException e) {
            // Said below; its own words would quote the address, which may hold a password.
        }
        checks.require(false, "urls", "holds an address that can't be used: each must be http://HOST:PORT or"
                + " https://HOST:PORT, a path may follow, without user, password or query");
        return Optional.empty();
    }

    /** @param path with a slash at its beginning */
    URI at(String path) {
        return URI.create(base + path);
    }

    @Override
    public String toString() {
        return base;
    }
}
