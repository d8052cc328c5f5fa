package simmer.router.cognigy;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

import simmer.spi.Decision;
import simmer.spi.Finding;
import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.Session;
import simmer.spi.Transcript;

/**
 * Can't call, for want of a key or an address, and says so each time.
 *
 * @param advice what is missing and what to do
 */
record LockedOutRouter(String name, String advice) implements Router {

    private static final System.Logger LOGGER = System.getLogger(LockedOutRouter.class.getName());

    /** Makes one, and says so in the log. */
    static LockedOutRouter saying(String advice, String name) {
        LOGGER.log(Level.WARNING, "Sessions will not be moved: {0}", advice);
        return new LockedOutRouter(name, advice);
    }

    @Override
    public String type() {
        return CognigyRouterProvider.KEY;
    }

    @Override
    public RoutingResult route(Session session, Decision decision, Duration within) {
        return new RoutingResult.Failed(RoutingResult.Fault.CREDENTIALS, advice);
    }

    @Override
    public Transcript transcript(Session session, Duration within) {
        return new Transcript.Unavailable(advice);
    }

    @Override
    public List<Finding> check(Duration within) {
        return List.of(new Finding("configuration", Finding.Standing.WRONG, advice));
    }

    @Override
    public void close() {
        // holds nothing
    }
}
