package simmer.host.decision;

import simmer.spi.Level;
import simmer.spi.Score;

/**
 * Where the score would take a session, time and handover aside.
 *
 * @param levels where it can be
 * @param margins how far from a threshold it enters and leaves
 */
record Thresholds(Levels levels, Margins margins) {

    /** A level that the score asks for, and why. */
    record Bid(int index, String code, String sentence) {
    }

    /**
     * What the score asks for.
     *
     * @param current the index of the level that the session is on
     * @param shown whether the newest turn shows a sign
     */
    Bid bid(int current, Score score, boolean shown) {
        int plain = levels.index(score.value());
        int entered = highest(score, level -> margins.enters(level.from(), score.turns().size() == 1, shown));
        int kept = Math.min(current, highest(score, level -> margins.leaves(level.from())));
        int index = Math.max(entered, kept);
        if (index == plain) {
            return new Bid(index, levels.code(score, index), levels.reason(score, index));
        }
        if (index < plain) {
            return new Bid(index, ReasonCode.OPENING, "score " + over(score, plain)
                    + ", but the opening statement alone must be clearly over it");
        }
        return kept >= entered
                ? new Bid(index, ReasonCode.HYSTERESIS, "score " + under(score, index) + ", not far enough to leave it")
                : new Bid(index, ReasonCode.SIGN, "score " + under(score, index)
                        + ", but the customer is not being helped: the newest turn repeats or answers nothing");
    }

    private String over(Score score, int index) {
        return levels.compared(score, index, "is at or over");
    }

    private String under(Score score, int index) {
        return levels.compared(score, index, "is under");
    }

    /** A level's threshold, moved. */
    private interface Threshold {
        double of(Level level);
    }

    private int highest(Score score, Threshold threshold) {
        int index = levels.all().size() - 1;
        while (index > 0 && score.value() < threshold.of(levels.all().get(index))) {
            index--;
        }
        return index;
    }
}
