package simmer.router.cognigy;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;

import simmer.spi.Router;
import simmer.testkit.ClosedPort;
import simmer.testkit.RouterContract;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.Fault;

/** What every router keeps, in one dialect. */
abstract class DialectContract extends RouterContract {

    private final Spoken dialect;
    private final CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);
    private final ClosedPort closed = ClosedPort.hold();

    DialectContract(Spoken dialect) {
        this.dialect = dialect;
    }

    @AfterEach
    void stop() {
        closed.close();
        cognigy.close();
    }

    @Override
    protected Router working() {
        return dialect.at(cognigy);
    }

    @Override
    protected Router down() {
        return dialect.at(closed.url());
    }

    @Override
    protected Router hanging() {
        cognigy.failAll(new Fault.Delay(Duration.ofMinutes(1)));
        return dialect.at(cognigy, "read-timeout", "PT1M");
    }
}
