package simmer.host.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * Leaves the other side alone while it is down. After some failures in a row it lets nobody through for a while; then one
 * call, whose end decides whether all may pass or the wait is doubled, up to {@value #MOST_DOUBLINGS} times. Whoever passed
 * must say how it ended, once. For use by any number of threads.
 */
final class Breaker {

    /** What it does. */
    enum State {
        /** Lets everybody through. */
        CLOSED,
        /** Lets one through, to see. */
        HALF_OPEN,
        /** Lets nobody through. */
        OPEN
    }

    private static final System.Logger LOG = System.getLogger(Breaker.class.getName());
    private static final int MOST_DOUBLINGS = 5;

    private final int failures;
    private final Duration wait;
    private final Time time;
    private int inARow;
    private boolean open;
    private int openings;
    private boolean probing;
    private long openUntilNanos;
    private String lastFailure = "";

    Breaker(int failures, Duration wait, Time time) {
        this.failures = failures;
        this.wait = wait;
        this.time = time;
    }

    /** Passes if that is possible; else tells how long not to ask again. */
    synchronized Optional<Duration> enter() {
        if (!open) {
            return Optional.empty();
        }
        Duration left = Duration.ofNanos(openUntilNanos - time.nanos());
        if (left.isPositive()) {
            return Optional.of(left);
        }
        if (probing) {
            return Optional.of(wait);
        }
        probing = true;
        return Optional.empty();
    }

    /** The call that passed was not made, or says nothing of the other side's health. */
    synchronized void left() {
        probing = false;
    }

    synchronized void succeeded() {
        if (open) {
            LOG.log(System.Logger.Level.INFO, "Cognigy answers again");
        }
        open = false;
        openings = 0;
        inARow = 0;
        probing = false;
    }

    /** @param message what went wrong */
    synchronized void failed(String message) {
        inARow++;
        lastFailure = message;
        boolean hadToProve = probing;
        probing = false;
        if (hadToProve || (!open && inARow >= failures)) {
            if (!open) {
                LOG.log(System.Logger.Level.WARNING, "{0} calls in a row failed, so that only one at a time tries whether"
                        + " Cognigy is back: {1}", inARow, message);
            }
            open = true;
            openUntilNanos = time.nanos() + wait.multipliedBy(1L << Math.min(openings, MOST_DOUBLINGS)).toNanos();
            openings++;
        }
    }

    synchronized State state() {
        if (!open) {
            return State.CLOSED;
        }
        return openUntilNanos - time.nanos() > 0 || probing ? State.OPEN : State.HALF_OPEN;
    }

    /** Why nobody passes, for the person who runs the flow. */
    synchronized String why() {
        return inARow + " calls in a row failed, so Cognigy is left alone for a moment. The last: " + lastFailure;
    }
}
