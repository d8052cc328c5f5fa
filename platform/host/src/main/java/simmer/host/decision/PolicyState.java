package simmer.host.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the policy holds of a session, all of it.
 *
 * @param level the name of the level it is on
 * @param since when it came there
 * @param handedOver whether it was handed over since it began
 * @param left the level it went down from, while that cools
 * @param lastTurn when its last webhook came
 */
public record PolicyState(String level, Instant since, boolean handedOver, Optional<Left> left, Instant lastTurn) {

    /** A level that was left for a lower one. */
    public record Left(String level, Instant at) {
    }

    /** Time that has passed, zero if a clock was put back. */
    static Duration elapsed(Instant from, Instant now) {
        return now.isAfter(from) ? Duration.between(from, now) : Duration.ZERO;
    }

    Duration on(Instant now) {
        return elapsed(since, now);
    }

    Duration sinceLastTurn(Instant now) {
        return elapsed(lastTurn, now);
    }

    /**
     * The same with no time after now: when a clock was put back, what it measures begins anew and ends as late as it may.
     */
    PolicyState notAfter(Instant now) {
        return new PolicyState(level, earlier(since, now), handedOver,
                left.map(last -> new Left(last.level(), earlier(last.at(), now))), earlier(lastTurn, now));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
