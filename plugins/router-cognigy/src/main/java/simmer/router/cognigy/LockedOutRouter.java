package simmer.router.cognigy;

import java.time.Duration;

import simmer.spi.Decision;
import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.Session;

/**
 * Can't call, for want of a key or an address, and says so each time.
 *
 * @param advice what is missing and what to do
 */
record LockedOutRouter(String name, String advice) implements Router {

    @Override
    public String type() {
        return CognigyRouterProvider.KEY;
    }

    @Override
    public RoutingResult route(Session session, Decision decision, Duration within) {
        return new RoutingResult.Failed(RoutingResult.Fault.CREDENTIALS, advice);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
