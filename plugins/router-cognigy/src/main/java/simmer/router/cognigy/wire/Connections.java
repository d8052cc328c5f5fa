package simmer.router.cognigy.wire;

import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

import io.helidon.common.tls.Tls;
import io.helidon.webclient.api.ConnectionKey;
import io.helidon.webclient.api.TcpClientConnection;
import io.helidon.webclient.api.WebClient;
import io.helidon.webclient.api.WebClientConfig;
import io.helidon.webclient.http1.Http1Client;

/**
 * Opens connections, and keeps some for the next call. Helidon's own pool forgets to close those that broke in the middle
 * of an answer or were idle for long; here each is either kept or closed. For use by several threads.
 */
final class Connections implements AutoCloseable {

    private static final int MAX_IDLE = 16;

    private final BlockingDeque<Connection> idle = new LinkedBlockingDeque<>(MAX_IDLE);
    private final WebClient web;
    private final ConnectionKey key;
    private volatile boolean closed;

    Connections(WebClient web, Address address) {
        this.web = web;
        WebClientConfig client = web.prototype();
        Tls tls = address.isSecure() ? client.tls() : Tls.builder().enabled(false).build();
        key = ConnectionKey.create(address.scheme(), address.host(), address.port(), tls, client.dnsResolver(),
                client.dnsAddressLookup(), client.proxy());
    }

    /** One that is kept and still usable, or a new one; blocks while it connects. */
    Connection take() {
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.usable()) {
                return kept;
            }
            kept.close();
        }
        List<String> protocols = List.of(Http1Client.PROTOCOL_ID);
        return new Connection(TcpClientConnection.create(web, key, protocols, _ -> false, _ -> {
        }).connect());
    }

    /** Keeps a connection whose last answer was read whole, or closes it if there are enough. */
    void keep(Connection connection) {
        connection.idle();
        if (closed || !idle.offerFirst(connection)) {
            connection.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            kept.close();
        }
    }
}
