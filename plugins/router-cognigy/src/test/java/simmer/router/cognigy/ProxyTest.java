package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.spi.Router;
import simmer.spi.RoutingResult.Delivered;
import simmer.testkit.cognigy.CognigyStandIn;

/** Decisions and the key go to Cognigy's address and to nobody in between. */
@Timeout(60)
final class ProxyTest {

    @Test
    void noProxyOfTheJvmForHttpIsEvenAskedFor() {
        Queue<URI> asked = new ConcurrentLinkedQueue<>();
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {

            @Override
            public List<Proxy> select(URI uri) {
                asked.add(uri);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                // never chosen
            }
        });
        try (CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY); Router router = Routers.at(cognigy)) {
            assertThat(router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE)).isInstanceOf(Delivered.class);
        } finally {
            ProxySelector.setDefault(before);
        }
        // Java itself asks at each connection, in the scheme "socket", for a SOCKS proxy.
        assertThat(asked).extracting(URI::getScheme).doesNotContain("http", "https");
    }
}
