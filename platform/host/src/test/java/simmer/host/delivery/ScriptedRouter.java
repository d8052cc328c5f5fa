package simmer.host.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import simmer.spi.Decision;
import simmer.spi.Dispatch;
import simmer.spi.Router;
import simmer.spi.RouterTraits;
import simmer.spi.RouterTraits.Limit;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;
import simmer.spi.Session;

/** A router whose other side is a script: the next step for each call, and once it has run out, the last words for all. */
final class ScriptedRouter implements Router {

    static final RoutingResult DELIVERED = new RoutingResult.Delivered("{}");

    private final RouterTraits traits;
    private final Queue<Step> steps = new ConcurrentLinkedQueue<>();
    private final List<Dispatch> calls = new CopyOnWriteArrayList<>();
    private volatile Step otherwise = (_, _) -> DELIVERED;

    /** What happens at a call. */
    @FunctionalInterface
    interface Step {

        RoutingResult answer(Dispatch dispatch, Duration within) throws InterruptedException;
    }

    ScriptedRouter(Limit limit, boolean repeatable) {
        this.traits = new RouterTraits.Calls("account", limit, repeatable);
    }

    static Failed failed(Fault fault) {
        return new Failed(fault, "failed by " + fault);
    }

    ScriptedRouter next(Fault... faults) {
        for (Fault fault : faults) {
            next((_, _) -> failed(fault));
        }
        return this;
    }

    ScriptedRouter next(Step step) {
        steps.add(step);
        return this;
    }

    ScriptedRouter always(Step step) {
        otherwise = step;
        return this;
    }

    /** Every call so far, in order. */
    List<Dispatch> calls() {
        return List.copyOf(calls);
    }

    List<String> sessions() {
        return calls.stream().map(dispatch -> dispatch.session().id()).toList();
    }

    @Override
    public RouterTraits traits() {
        return traits;
    }

    @Override
    public RoutingResult route(Dispatch dispatch, Duration within) {
        calls.add(dispatch);
        Step step = steps.poll();
        try {
            return (step == null ? otherwise : step).answer(dispatch, within);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Fault.TIMEOUT);
        }
    }

    @Override
    public RoutingResult route(Session session, Decision decision, Duration within) {
        throw new IllegalStateException("the host hands on the idempotency key");
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public String type() {
        return "scripted";
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
