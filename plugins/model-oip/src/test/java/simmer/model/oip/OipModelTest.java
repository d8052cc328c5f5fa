package simmer.model.oip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import simmer.spi.SentimentModel;
import simmer.testkit.ModelContract;

/** The embedded model behind a server, its tokens made here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OipModelTest extends ModelContract {

    private final EmbeddedNetwork network = new EmbeddedNetwork();
    private final OipServer server = OipServer.start(network);
    private final SentimentModel model = Models.at("max-batch: 8", server);

    @Override
    protected SentimentModel model() {
        return model;
    }

    /** The 8-bit activations behind it have fixed scales; what is left are sums in another order. */
    @Override
    protected double batchTolerance() {
        return 1e-5;
    }

    @AfterAll
    void close() {
        model.close();
        server.close();
        network.close();
    }

    @Test
    void itBearsItsNameAndTheKeyOfItsPlugin() {
        assertThat(model.name()).isEqualTo("test");
        assertThat(model.type()).isEqualTo("oip");
    }

    @Test
    void itReadsAsItDidWhereItWasMade() throws Exception {
        Parity.assertReads(model);
    }

    @Test
    void anotherVersionIsAnotherModel() {
        SentimentModel pinned = Models.create("{urls: [\"http://127.0.0.1:9\"], version: 2}");
        assertThat(pinned.traits().identity()).isNotEqualTo(model.traits().identity());
        pinned.close();
    }
}
