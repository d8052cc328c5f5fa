package simmer.benchmarks.faults;

/** What Simmer promises. */
enum Promise {

    /** What was answered as delivered or queued is at Cognigy, or a newer decision of its session is. */
    NOTHING_LOST("lost"),
    /** A session is where its last decision put it. */
    LAST_STATE("sessions left in a wrong state"),
    /** No decision comes after a newer one of its session, and none is made twice. */
    IN_ORDER("out of order, or decided twice"),
    /** No minute has more calls than the budget, wherever it begins. */
    BUDGET("calls over the budget"),
    /** Who answers "delivered" or "unchanged" is right. */
    TRUE_ANSWERS("answered as there and not there"),
    /** No answer pretends to a score that was not made. */
    NO_MADE_UP_SCORE("made-up scores"),
    /** A session's level goes on from where it was before a kill. */
    REMEMBERED("levels other than without faults"),
    /** A webhook sent again until there is an answer gets one. */
    ANSWERED("webhooks without an answer");

    private final String words;

    Promise(String words) {
        this.words = words;
    }

    /** The breach. */
    String words() {
        return words;
    }
}
