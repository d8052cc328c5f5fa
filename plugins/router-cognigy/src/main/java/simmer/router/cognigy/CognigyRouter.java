package simmer.router.cognigy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.helidon.webclient.spi.DnsResolver;

import simmer.spi.Decision;
import simmer.spi.Dispatch;
import simmer.spi.Router;
import simmer.spi.RouterTraits;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;
import simmer.spi.Session;

/**
 * Moves sessions over Cognigy's API. Each call works in a virtual thread of its own, which its caller leaves behind when
 * the time is up: whatever hangs (a name's lookup, a connection, an answer that dribbles), nobody waits for it. To
 * interrupt that thread closes its connection, as it does for all sockets of virtual threads.
 */
final class CognigyRouter implements Router {

    private final String name;
    private final RouterTraits traits;
    private final Dialect dialect;
    private final CognigyAddress address;
    private final CognigyClient client;
    private final Verdict verdict;

    CognigyRouter(String name, CognigyConfig config, Access.Granted access, DnsResolver names) {
        this.name = name;
        this.traits = new RouterTraits.Calls(access.key().account(), RequestsPerMinute.limit(config.requestsPerMinute()),
                true);
        this.dialect = new SessionUpdate(access.key());
        this.address = access.address();
        this.client = new CognigyClient(address, names, config);
        this.verdict = new Verdict(address, access.key(), config.maxAnswerBytes());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String type() {
        return CognigyRouterProvider.KEY;
    }

    @Override
    public RouterTraits traits() {
        return traits;
    }

    @Override
    public RoutingResult route(Session session, Decision decision, Duration within) {
        return route(new Dispatch(UUID.randomUUID().toString(), session, decision), within);
    }

    @Override
    public RoutingResult route(Dispatch dispatch, Duration within) {
        Deadline deadline = Deadline.in(within);
        Optional<CognigyCall> call = dialect.call(dispatch);
        if (call.isEmpty()) {
            return new Failed(Fault.REJECTED, "The session's id is not valid Unicode: no path can address it.");
        }
        FutureTask<RoutingResult> task = new FutureTask<>(() -> send(call.get(), deadline));
        Thread.ofVirtual().name("router-" + name).start(task);
        return await(task, within, deadline);
    }

    private RoutingResult send(CognigyCall call, Deadline deadline) {
        try {
            return verdict.of(client.send(call, deadline));
        } catch (NoAnswerException e) {
            return e.failed();
        }
    }

    private RoutingResult await(FutureTask<RoutingResult> task, Duration within, Deadline deadline) {
        try {
            return task.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Failed(Fault.TIMEOUT, "Cognigy API at " + address.hostAndPort() + " did not answer within "
                    + within.toMillis() + " ms.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(Fault.TIMEOUT, "The call to Cognigy was interrupted.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the router " + name + " failed by a fault of its own", e.getCause());
        } finally {
            task.cancel(true);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
