package simmer.model.oip;

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

import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/** Customers' words go to the servers and to nobody in between. */
@Timeout(60)
final class ProxyTest extends OneServer {

    @Test
    void theProxiesOfTheJvmAreNotEvenAskedFor() {
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
        try (SentimentModel model = Models.at("", server())) {
            assertThat(model.read(List.of(new Utterance("I hate this"))).getFirst().negative()).isGreaterThan(0.8);
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(asked).isEmpty();
    }
}
