package simmer.benchmarks.faults;

import java.util.OptionalInt;

/**
 * What a webhook was answered.
 *
 * @param level the level decided
 * @param score in ten-thousandths; empty if the answer has none
 * @param success whether its {@code status} is {@code success}
 * @param degraded whether it says that it is less than a whole answer
 * @param delivery what became of the decision, in the word of the answer
 * @param levelThere the level that the stand-in had the session on when the answer came
 */
record Told(String level, OptionalInt score, boolean success, boolean degraded, String delivery, String levelThere) {

    /** Whether a call may be this decision's; without a score the level alone tells. */
    boolean fits(Arrival arrival) {
        return level.equals(arrival.level()) && (score.isEmpty() || score.getAsInt() == arrival.score());
    }

    /** Whether the answer promises that the level is at Cognigy, now or in the end. */
    boolean promisesDelivery() {
        return !degraded && (delivery.equals("delivered") || delivery.equals("queued"));
    }

    /** Whether the answer says that Cognigy has the session on this level now. */
    boolean saysItIsThere() {
        return !degraded && (delivery.equals("delivered") || delivery.equals("unchanged"));
    }
}
