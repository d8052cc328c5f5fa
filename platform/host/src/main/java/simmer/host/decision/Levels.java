package simmer.host.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import simmer.spi.Decision;
import simmer.spi.Level;
import simmer.spi.Score;

/**
 * Levels of escalation that cover 0 to 1 without a gap: each begins where it says and ends just before the next, the last
 * one includes 1.
 *
 * @param all lowest first; the first begins at 0, each further one over the one before it
 */
public record Levels(List<Level> all) {

    private static final int LEAST_DECIMALS = 2;

    /** @throws IllegalArgumentException if there is no level, the first does not begin at 0, or one is not over the last */
    public Levels {
        all = List.copyOf(all);
        if (all.isEmpty() || all.getFirst().from() != 0) {
            throw new IllegalArgumentException("the first level begins at 0");
        }
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).from() <= all.get(i - 1).from()) {
                throw new IllegalArgumentException("level " + all.get(i).name() + " does not begin over the one before");
            }
        }
    }

    /** The level of calm conversations, on which every session begins. */
    public Level lowest() {
        return all.getFirst();
    }

    /** The level that a score is on, and the sentence that says why: the threshold alone decides. */
    public Decision decide(Score score) {
        int index = index(score.value());
        return new Decision(all.get(index), score, reason(score, index), code(score, index));
    }

    /** How urgent a level is: its place among all, the lowest being 0; that too for a name that no level has. */
    public int index(String name) {
        for (int i = all.size() - 1; i > 0; i--) {
            if (all.get(i).name().equals(name)) {
                return i;
            }
        }
        return 0;
    }

    /** The level of this name, or the lowest if no level has it: a state may be older than the configuration. */
    public Level named(String name) {
        return all.get(index(name));
    }

    int index(double score) {
        int index = all.size() - 1;
        while (all.get(index).from() > score) {
            index--;
        }
        return index;
    }

    String code(Score score, int index) {
        if (score.turns().isEmpty()) {
            return ReasonCode.NOTHING_SAID;
        }
        if (index > 0) {
            return ReasonCode.SCORE_REACHED;
        }
        return all.size() > 1 ? ReasonCode.SCORE_LOW : ReasonCode.ONLY_LEVEL;
    }

    String reason(Score score, int index) {
        if (score.turns().isEmpty()) {
            return "nothing was said";
        }
        if (index > 0) {
            return "score " + compared(score, index, "is at or over");
        }
        if (all.size() > 1) {
            return "score " + compared(score, 1, "is under");
        }
        return "score " + rounded(score, lowest()) + ", and " + lowest().name() + " is the only level";
    }

    String compared(Score score, int index, String how) {
        return rounded(score, all.get(index)) + " " + how + " " + named(all.get(index));
    }

    private static String named(Level level) {
        return level.name() + " (" + decimals(level.from()).toPlainString() + ")";
    }

    /** Rounded down, to the threshold's decimals at least: rounded up, 0.349 would read as 0.35 and contradict itself. */
    private static String rounded(Score score, Level threshold) {
        return BigDecimal.valueOf(score.value()).setScale(decimals(threshold.from()).scale(), RoundingMode.DOWN)
                .toPlainString();
    }

    private static BigDecimal decimals(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.scale() < LEAST_DECIMALS ? exact.setScale(LEAST_DECIMALS) : exact;
    }
}
