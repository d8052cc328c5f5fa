package simmer.model.oip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import simmer.spi.SentimentModel;
import simmer.spi.Utterance;
import simmer.testkit.AskedProxies;

/** Customers' words go to the servers and to nobody in between. */
@Timeout(60)
final class ProxyTest extends OneServer {

    @Test
    void theProxiesOfTheJvmAreNotEvenAskedFor() {
        try (AskedProxies proxies = new AskedProxies(); SentimentModel model = Models.at("", server())) {
            assertThat(model.read(List.of(new Utterance("I hate this"))).getFirst().negative()).isGreaterThan(0.8);
            assertThat(proxies.asked()).isEmpty();
        }
    }
}
