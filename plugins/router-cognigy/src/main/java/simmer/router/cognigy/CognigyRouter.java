package simmer.router.cognigy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import simmer.spi.Decision;
import simmer.spi.Router;
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
    private final Dialect dialect;
    private final CognigyAddress address;
    private final Means means;

    CognigyRouter(String name, Dialect dialect, CognigyAddress address, Means means) {
        this.name = name;
        this.dialect = dialect;
        this.address = address;
        this.means = means;
    }

    static CognigyRouter create(String name, CognigyConfig config, Access.Granted access) {
        Delivery.warmUp();
        return new CognigyRouter(name, new SessionUpdate(access.key()), access.address(), Means.of(config, access));
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
    public RoutingResult route(Session session, Decision decision, Duration within) {
        Deadline deadline = Deadline.in(within);
        Optional<CognigyCall> call = dialect.call(session, decision);
        if (call.isEmpty()) {
            return new Failed(Fault.REJECTED, "The session's id is not valid Unicode: no path can address it.", 0);
        }
        return await(new Delivery(means, call.get(), deadline), within, deadline);
    }

    private RoutingResult await(Delivery delivery, Duration within, Deadline deadline) {
        FutureTask<RoutingResult> task = new FutureTask<>(delivery);
        Thread.ofVirtual().name("router-" + name).start(task);
        try {
            return task.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Failed(Fault.TIMEOUT, delivery.withLastFailure("Cognigy API at " + address.hostAndPort()
                    + " did not answer within " + within.toMillis() + " ms."), delivery.retries());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(Fault.TIMEOUT, delivery.withLastFailure("The call to Cognigy was interrupted."),
                    delivery.retries());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the router " + name + " failed by a fault of its own", e.getCause());
        } finally {
            task.cancel(true);
        }
    }

    @Override
    public void close() {
        means.client().close();
    }
}
