package simmer.router.cognigy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import simmer.spi.Decision;
import simmer.spi.Finding;
import simmer.spi.Router;
import simmer.spi.RouterTraits;
import simmer.spi.RoutingResult;
import simmer.spi.Session;
import simmer.spi.Transcript;

/**
 * Makes no call: the flow branches on the webhook's answer. It may read what was said before all the same.
 *
 * @param tenant who is asked for that; absent if nothing was configured for it
 */
record ReplyRouter(String name, Optional<Tenant> tenant) implements Router {

    private static final String ALONE = "The dialect reply calls nobody and needs nothing";

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
    public Transcript transcript(Session session, Duration within) {
        return tenant.map(it -> it.transcript(session, within)).orElseGet(() -> new Transcript.Unavailable(ALONE
                + "; to read conversations too, set COGNIGY_BASE_URL and COGNIGY_API_KEY."));
    }

    @Override
    public List<Finding> check(Duration within) {
        return tenant.map(it -> it.check(within))
                .orElseGet(() -> List.of(new Finding("address", Finding.Standing.FINE, ALONE + ".")));
    }

    @Override
    public void close() {
        tenant.ifPresent(Tenant::close);
    }
}
