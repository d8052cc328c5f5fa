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
    private static final Duration GRACE = Duration.ofMillis(40);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final Router router;
    private final Update update;
    private final HeldLevels held;
    private final SessionLocks locks = new SessionLocks();
    private final ExecutorService calls = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("delivery-", 0).factory());

    public Deliverer(Router router, Update update, HeldLevels held) {
        this.router = router;
        this.update = update;
        this.held = held;
    }

    /** The level that holds for a session. */
    public Level held(Session session) {
        return held.of(session.id()).level();
    }

    /**
     * Moves the session if there is something to move. Of one session, one delivery at a time: a later one sees what an
     * earlier one came to.
     *
     * @param within the time left; over it the delivery has failed
     */
    public Delivery deliver(Session session, Decision decision, Duration within) {
        long until = System.nanoTime() + within.toNanos();
        try {
            return locks.alone(session.id(), within,
                    () -> move(session, decision, Duration.ofNanos(until - System.nanoTime())),
                    () -> failed(session, decision, tooLate()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(session, decision, stopping());
        }
    }

    private Delivery move(Session session, Decision decision, Duration within) {
        HeldLevels.Held holds = held.of(session.id());
        if (update == Update.ON_CHANGE && holds.certain() && decision.level().equals(holds.level())) {
            return new Delivery.Unchanged(holds.level());
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
                if (failed.mayHaveArrived()) {
                    held.doubt(session.id());
                }
                yield failed(session, decision, failed);
            }
        };
    }

    private Delivery failed(Session session, Decision decision, RoutingResult.Failed failed) {
        LOG.log(System.Logger.Level.WARNING, "a session was not moved to {0}: {1}", decision.level().name(),
                failed.message());
        return new Delivery.Failed(held(session), failed.fault(), failed.message(), failed.retries());
    }

    private static RoutingResult.Failed tooLate() {
        return new RoutingResult.Failed(Fault.TIMEOUT,
                "Cognigy did not answer in the time that answer-within leaves; the next turn tries again", 0);
    }

    private static RoutingResult.Failed stopping() {
        return new RoutingResult.Failed(Fault.TIMEOUT, "Simmer is stopping; the next turn tries again", 0);
    }

    /** On a thread of its own, so that a router which breaks its promise can't keep the webhook waiting. */
    private RoutingResult route(Session session, Decision decision, Duration within) {
        if (!within.isPositive()) {
            return tooLate();
        }
        Future<RoutingResult> call = calls.submit(() -> router.route(session, decision, within));
        try {
            // A little longer than the router has: it knows better what went wrong.
            return call.get(within.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return tooLate();
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.ERROR, "router {0} failed: {1}", router.name(), PluginFault.of(e));
            return new RoutingResult.Failed(Fault.UNAVAILABLE,
                    "router " + router.name() + " failed: see the log and report it to the plugin's author", 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return stopping();
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
