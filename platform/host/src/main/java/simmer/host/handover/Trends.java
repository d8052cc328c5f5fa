package simmer.host.handover;

import java.util.List;

import simmer.spi.Handover.Trend;
import simmer.spi.ScoredTurn;

/** Tells where a conversation goes: the mean frustration of its newest turns against that of as many before them. */
final class Trends {

    private static final int MOST_TURNS = 3;
    /** A model's readings of the same mood differ by less. */
    private static final double NOTICEABLE = 0.1;

    private Trends() {
    }

    /** @param turns oldest first */
    static Trend of(List<ScoredTurn> turns) {
        int compared = Math.min(MOST_TURNS, turns.size() / 2);
        if (compared == 0) {
            return Trend.STEADY;
        }
        int newer = turns.size() - compared;
        double change = (sum(turns, newer, turns.size()) - sum(turns, newer - compared, newer)) / compared;
        if (Math.abs(change) < NOTICEABLE) {
            return Trend.STEADY;
        }
        return change > 0 ? Trend.RISING : Trend.FALLING;
    }

    private static double sum(List<ScoredTurn> turns, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += turns.get(i).frustration();
        }
        return sum;
    }
}
