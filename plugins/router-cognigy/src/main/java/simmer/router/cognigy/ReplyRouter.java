package simmer.router.cognigy;

import java.time.Duration;

import simmer.spi.Decision;
import simmer.spi.Router;
import simmer.spi.RouterTraits;
import simmer.spi.RoutingResult;
import simmer.spi.Session;

/** Makes no call: the flow branches on the webhook's answer. */
record ReplyRouter(String name) implements Router {

    @Override
    public String type() {
        return CognigyRouterProvider.KEY;
    }

    @Override
    public RouterTraits traits() {
        return new RouterTraits.NoCalls();
    }

    @Override
    public RoutingResult route(Session session, Decision decision, Duration within) {
        return new RoutingResult.NothingToSend();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
