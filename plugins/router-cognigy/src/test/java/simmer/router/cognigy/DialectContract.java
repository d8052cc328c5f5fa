package simmer.router.cognigy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;

import simmer.spi.Router;
import simmer.testkit.RouterContract;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.Fault;

/** What every router keeps, in one dialect. */
abstract class DialectContract extends RouterContract {

    private final Spoken dialect;
    private final CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);

    DialectContract(Spoken dialect) {
        this.dialect = dialect;
    }

    @AfterEach
    void stop() {
        cognigy.close();
    }

    @Override
    protected Router working() {
        return dialect.at(cognigy);
    }

    @Override
    protected Router down() {
        return dialect.at("http://127.0.0.1:" + unusedPort());
    }

    @Override
    protected Router hanging() {
        cognigy.failAll(new Fault.Delay(Duration.ofMinutes(1)));
        return dialect.at(cognigy, "read-timeout", "PT1M");
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
