package simmer.host.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import simmer.host.delivery.DeliveryWatch.Wait;
import simmer.host.store.CallBudget.Grant;
import simmer.host.store.StoreException;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Failed;

/**
 * Whether a call may be made now: no pause that was asked for, an other side that is up, a slot of the budget, and nobody
 * who has waited longer for one. For use by any number of threads.
 */
final class Gate {

    private static final System.Logger LOG = System.getLogger(Gate.class.getName());
    /** How long the most urgent that waits is let first when its slot has come. */
    private static final Duration HEADSTART = Duration.ofSeconds(2);
    /** Nobody asks for longer and means it. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** A call that had less time and got no answer says nothing of the other side. */
    private static final Duration FAIR_TIME = Duration.ofSeconds(1);

    private final Breaker breaker;
    private final Slots slots;
    private final DeliveryWatch watch;
    private final Time time;
    private final AtomicReference<Optional<Closing>> pause = new AtomicReference<>(Optional.empty());
    private volatile Optional<Closing> backlog = Optional.empty();

    /** @param urgency those up to it wait; all do in a pause */
    private record Closing(Wait why, long untilNanos, int urgency, String sentence) {
    }

    /** What became of the wish to call. */
    sealed interface Pass {

        /** Call, and tell {@link #leave} how it went. */
        record Go() implements Pass {
        }

        /**
         * Don't call before this.
         *
         * @param in over 0
         * @param why for the person who runs the flow
         */
        record Later(Duration in, String why) implements Pass {
        }
    }

    Gate(Breaker breaker, Slots slots, DeliveryWatch watch, Time time) {
        this.breaker = breaker;
        this.slots = slots;
        this.watch = watch;
        this.time = time;
    }

    /**
     * Asks for one call.
     *
     * @param yields whether those that found no slot without yielding go first, unless this one is more urgent
     * @throws StoreException if the budget can't be asked
     */
    Pass enter(int urgency, boolean yields) {
        Optional<Pass> closed = closed(pause.get(), urgency).or(() -> yields ? closed(backlog, urgency) : Optional.empty());
        if (closed.isPresent()) {
            return closed.get();
        }
        Optional<Duration> down = breaker.enter();
        if (down.isPresent()) {
            return later(Wait.BREAKER, down.get(), breaker.why());
        }
        return takeSlot(urgency, yields);
    }

    private Pass takeSlot(int urgency, boolean yields) {
        boolean taken = false;
        try {
            return switch (slots.take()) {
                case Grant.Now() -> {
                    taken = true;
                    yield new Pass.Go();
                }
                case Grant.NotBefore(Instant at) -> {
                    Duration wait = Duration.between(time.now(), at);
                    String why = "Our own budget of " + slots.limit()
                            + " is used up. Raise the router's limit if the tenant allows more.";
                    if (!yields) {
                        backlog = Optional
                                .of(new Closing(Wait.BUDGET, time.nanos() + wait.plus(HEADSTART).toNanos(), urgency,
                                        why));
                    }
                    yield later(Wait.BUDGET, wait, why);
                }
            };
        } finally {
            if (!taken) {
                breaker.left();
            }
        }
    }

    private Optional<Pass> closed(Optional<Closing> closing, int urgency) {
        return closing.filter(it -> it.untilNanos() - time.nanos() > 0 && urgency <= it.urgency())
                .map(it -> later(it.why(), Duration.ofNanos(it.untilNanos() - time.nanos()), it.sentence()));
    }

    private Pass.Later later(Wait why, Duration wait, String sentence) {
        watch.waits(why);
        return new Pass.Later(wait.isPositive() ? wait : Duration.ofMillis(1), sentence);
    }

    /** The pass is not used. */
    void withdraw() {
        breaker.left();
    }

    /** How many could pass now, at most; does not count as asking. */
    int room(int most) {
        Breaker.State state = breaker.state();
        boolean noSlot = backlog.filter(it -> it.untilNanos() - time.nanos() > HEADSTART.toNanos()).isPresent();
        return noSlot || closed(pause.get()) || state == Breaker.State.OPEN
                ? 0
                : state == Breaker.State.HALF_OPEN ? Math.min(1, most) : most;
    }

    private boolean closed(Optional<Closing> closing) {
        return closing.filter(it -> it.untilNanos() - time.nanos() > 0).isPresent();
    }

    /**
     * Takes note of how a call went.
     *
     * @param within the time that it had
     */
    void leave(RoutingResult result, Duration within) {
        if (!(result instanceof Failed failed)) {
            breaker.succeeded();
            return;
        }
        switch (failed.fault()) {
            case UNAVAILABLE, UNINTELLIGIBLE, NETWORK -> breaker.failed(failed.message());
            case TIMEOUT -> {
                if (within.compareTo(FAIR_TIME) >= 0) {
                    breaker.failed(failed.message());
                } else {
                    breaker.left();
                }
            }
            // It refuses, so it is up.
            case CREDENTIALS, PERMISSION, RATE_LIMIT, REJECTED -> breaker.succeeded();
        }
        failed.retryAfter().filter(Duration::isPositive).ifPresent(wait -> pause(wait, failed));
    }

    private void pause(Duration asked, Failed failed) {
        Duration wait = asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
        Optional<Closing> asks = Optional.of(new Closing(Wait.PAUSE, time.nanos() + wait.toNanos(), Integer.MAX_VALUE,
                failed.message()));
        pause.accumulateAndGet(asks, Gate::longer);
        try {
            slots.pause(time.now().plus(wait));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.DEBUG, "the other replicas don't know of a pause", e);
        }
    }

    private static Optional<Closing> longer(Optional<Closing> before, Optional<Closing> next) {
        return before.flatMap(one -> next.map(other -> one.untilNanos() - other.untilNanos() > 0 ? one : other))
                .or(() -> next);
    }

    Breaker.State state() {
        return breaker.state();
    }
}
