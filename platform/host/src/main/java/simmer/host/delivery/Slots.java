package simmer.host.delivery;

import java.time.Duration;
import java.time.Instant;

import simmer.host.store.CallBudget;
import simmer.host.store.CallBudget.Grant;
import simmer.spi.RouterTraits;
import simmer.spi.RouterTraits.Limit;

/** A router's limit as slots of the store's budget, which all replicas share. */
final class Slots {

    /**
     * A slot stays taken for a little longer than the limit says, so that no span at the other side holds more, though one
     * call took its time to get there.
     */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(2);
    /** What a store keeps for one key. */
    private static final int MOST_SLOTS = 10_000;

    private final CallBudget budget;
    private final RouterTraits.Calls traits;
    private final Time time;

    Slots(CallBudget budget, RouterTraits.Calls traits, Time time) {
        this.budget = budget;
        this.traits = traits;
        this.time = time;
    }

    /** Takes a slot if there is one; the store is asked only if there is a limit. */
    Grant take() {
        return switch (traits.limit()) {
            case Limit.None() -> new Grant.Now();
            case Limit.AtMost(int calls, Duration span) -> {
                // Of a larger limit the same share of a shorter span is asked for, which no span can exceed either.
                int parts = Math.ceilDiv(calls, MOST_SLOTS);
                yield budget.take(traits.account(), calls / parts, span.plus(ON_THE_WAY).dividedBy(parts), time.now());
            }
        };
    }

    /** Keeps all replicas from calling. Without a limit they don't ask: each then learns by its own call. */
    void pause(Instant until) {
        if (traits.limit() instanceof Limit.AtMost) {
            budget.pause(traits.account(), until);
        }
    }

    /** The limit in words. */
    String limit() {
        return switch (traits.limit()) {
            case Limit.None() -> "no limit of calls";
            case Limit.AtMost(int calls, Duration span) -> calls + " calls in " + span.toSeconds() + " s";
        };
    }
}
