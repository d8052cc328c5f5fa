package simmer.spi;

import java.util.Optional;

/**
 * What a human who takes a session over should know, so that the customer need not say it all again. As JSON it stays under
 * 4 kB.
 *
 * @param level the name of the level that the session was decided to be on
 * @param reason see {@link Decision#reason()}; the end of a long one is cut
 * @param reasonCode see {@link Decision#reasonCode()}
 * @param worst the most heated of the turns that counted, the newest of several; absent without a score
 * @param trend where the conversation goes
 * @param turns how many turns counted, 0 or more
 * @param language the language tag that the webhook named last, empty when none did
 * @param skill who should take it, as the configuration names them for this level; empty if it names none
 * @param priority how soon, as the configuration says for this level; higher is sooner, 0 if it says nothing
 */
public record Handover(String level, String reason, String reasonCode, Optional<WorstTurn> worst, Trend trend, int turns,
        String language, String skill, int priority) {

    /** @throws IllegalArgumentException if a number is negative, or the worst turn is none of those that counted */
    public Handover {
        if (turns < 0 || priority < 0) {
            throw new IllegalArgumentException("turns and priority are 0 or more, not " + turns + " and " + priority);
        }
        if (worst.isPresent() && worst.get().place() > turns) {
            throw new IllegalArgumentException("turn " + worst.get().place() + " is none of " + turns);
        }
    }

    /**
     * The most heated turn.
     *
     * @param place 1 for the oldest turn that counted
     * @param frustration the turn by itself, 0 (calm) to 1 (furious)
     * @param text what was said, its end cut; empty unless the configuration lets customers' words out, or if they are not
     *        known any more
     */
    public record WorstTurn(int place, double frustration, String text) {

        /** @throws IllegalArgumentException if a number is out of its range, {@code NaN} included */
        public WorstTurn {
            if (place < 1) {
                throw new IllegalArgumentException("place is " + place + ", must be 1 or more");
            }
            if (!(frustration >= 0 && frustration <= 1)) {
                throw new IllegalArgumentException("frustration is " + frustration + ", must be 0 to 1");
            }
        }

        /** Tells the length of the text only: what customers say belongs in no log. */
        @Override
        public String toString() {
            return "WorstTurn[place=" + place + ", frustration=" + frustration + ", " + text.length() + " characters]";
        }
    }

    /** How the newer turns compare with those before them. */
    public enum Trend {
        /** The customer grows angrier. */
        RISING,
        /** Neither, or too little was said to tell. */
        STEADY,
        /** The customer calms down. */
        FALLING
    }
}
