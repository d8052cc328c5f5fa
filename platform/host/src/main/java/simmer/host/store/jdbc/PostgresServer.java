package simmer.host.store.jdbc;

import java.time.Duration;

/**
 * A PostgreSQL database, and how long it is waited for.
 *
 * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, options of the driver after a question mark
 * @param password empty if the server asks for none
 * @param poolSize most connections at a time
 * @param timeout longest time for any call, waiting for a connection included; at least 100 ms
 * @param waitAtStart how long a start waits for a server that is away
 */
public record PostgresServer(String url, String user, String password, int poolSize, Duration timeout,
        Duration waitAtStart) {

    /** The address alone: options may be anything, a secret too. */
    public String address() {
        int options = url.indexOf('?');
        String address = options < 0 ? url : url.substring(0, options);
        return address.replaceFirst("^jdbc:", "").replaceFirst("//[^/@]*@", "//");
    }

    /** Without the password, and without the url's options. */
    @Override
    public String toString() {
        return "the store at " + address();
    }
}
