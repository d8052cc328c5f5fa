package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.spi.Router;
import simmer.spi.RoutingResult.Delivered;
import simmer.testkit.AskedProxies;
import simmer.testkit.cognigy.CognigyStandIn;

/** Decisions and the key go to Cognigy's address and to nobody in between. */
@Timeout(60)
final class ProxyTest {

    @Test
    void noProxyOfTheJvmForHttpIsEvenAskedFor() {
        try (AskedProxies proxies = new AskedProxies();
                CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);
                Router router = Routers.at(cognigy)) {
            assertThat(router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE)).isInstanceOf(Delivered.class);
            // Java itself asks at each connection, in the scheme "socket", for a SOCKS proxy.
            assertThat(proxies.asked()).extracting(URI::getScheme).doesNotContain("http", "https");
        }
    }
}
