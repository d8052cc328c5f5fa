package simmer.host.delivery;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import simmer.host.plugins.PluginFault;
import simmer.spi.Decision;
import simmer.spi.Level;
import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Fault;
import simmer.spi.Session;

/**
 * Has decisions carried out by a router, in time. A level counts as held only once the router says that it was delivered:
 * what failed is tried again at the session's next webhook. For use by any number of threads.
 */
public final class Deliverer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Deliverer.class.getName());
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final Router router;
    private final Update update;
    private final HeldLevels held;
    private final ExecutorService calls = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("delivery-", 0).factory());

    public Deliverer(Router router, Update update, HeldLevels held) {
        this.router = router;
        this.update = update;
        this.held = held;
    }

    /** The level that holds for a session. */
    public Level held(Session session) {
        return held.of(session.id());
    }

    /**
     * Moves the session if there is something to move.
     *
     * @param within the time left; over it the delivery has failed
     */
    public Delivery deliver(Session session, Decision decision, Duration within) {
        Level holds = held.of(session.id());
        if (update == Update.ON_CHANGE && decision.level().equals(holds)) {
            return new Delivery.Unchanged(holds);
        }
        return switch (route(session, decision, within)) {
            case RoutingResult.Delivered done -> {
                held.hold(session.id(), decision.level());
                yield new Delivery.Delivered(decision.level(), done.answer(), done.retries());
            }
            case RoutingResult.NothingToSend() -> {
                held.hold(session.id(), decision.level());
                yield new Delivery.Unchanged(decision.level());
            }
            case RoutingResult.Failed failed -> {
                LOG.log(System.Logger.Level.WARNING, "a session was not moved to {0}: {1}", decision.level().name(),
                        failed.message());
                yield new Delivery.Failed(holds, failed.fault(), failed.message(), failed.retries());
            }
        };
    }

    /** On a thread of its own, so that a router which breaks its promise can't keep the webhook waiting. */
    private RoutingResult route(Session session, Decision decision, Duration within) {
        Future<RoutingResult> call = calls.submit(() -> router.route(session, decision, within));
        try {
            return call.get(Math.max(1, within.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new RoutingResult.Failed(Fault.TIMEOUT,
                    "Cognigy did not answer in the time that answer-within leaves; the next turn tries again", 0);
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.ERROR, "router {0} failed: {1}", router.name(), PluginFault.of(e));
            return new RoutingResult.Failed(Fault.UNAVAILABLE,
                    "router " + router.name() + " failed: see the log and report it to the plugin's author", 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RoutingResult.Failed(Fault.TIMEOUT, "Simmer is stopping; the next turn tries again", 0);
        } finally {
            call.cancel(true);
        }
    }

    /** Waits for calls under way, for five seconds at most, then interrupts them. */
    @Override
    public void close() {
        calls.shutdown();
        try {
            if (!calls.awaitTermination(CLOSE_WITHIN.toNanos(), TimeUnit.NANOSECONDS)) {
                calls.shutdownNow();
            }
        } catch (InterruptedException e) {
            calls.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
