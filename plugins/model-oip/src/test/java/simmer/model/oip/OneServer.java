package simmer.model.oip;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A test with a server of its own, which reads with the embedded network that all tests of the class share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneServer {

    private final EmbeddedNetwork network = new EmbeddedNetwork();
    private OipServer server = OipServer.start(network);

    @BeforeEach
    void startServer() {
        server.close();
        server = OipServer.start(network);
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @AfterAll
    void closeNetwork() {
        network.close();
    }

    /** The network, for a server beside the one that there is. */
    final EmbeddedNetwork network() {
        return network;
    }

    /** The server of the test under way. */
    final OipServer server() {
        return server;
    }
}
