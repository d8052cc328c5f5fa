package simmer.host.decision;

import simmer.spi.Decision;

/**
 * The reason codes of decisions, beside the names of hard rules and the codes of {@link Reading.Missing}. Flows branch on
 * them.
 */
public final class ReasonCode {

    /** The score is at or over the level's threshold. */
    public static final String SCORE_REACHED = Decision.SCORE_REACHED;
    /** The score is under every threshold but the lowest. */
    public static final String SCORE_LOW = "score_low";
    /** The level is the only one. */
    public static final String ONLY_LEVEL = "only_level";
    /** The payload holds no text. */
    public static final String NOTHING_SAID = "nothing_said";
    /** The score is under the level's threshold, by less than the hysteresis. */
    public static final String HYSTERESIS = "hysteresis";
    /** The score is just under the threshold, and the newest turn shows a sign. */
    public static final String SIGN = "sign";
    /** The score is just over a threshold, but only the opening statement was said. */
    public static final String OPENING = "opening";
    /** The score would raise, but too little was said. */
    public static final String TOO_FEW_TURNS = "too_few_turns";
    /** The score would lower, but the session has just come. */
    public static final String MINIMUM_STAY = "minimum_stay";
    /** The score would raise, but the session has just left that level. */
    public static final String COOLING_DOWN = "cooling_down";
    /** The score would lower, but the session was handed over. */
    public static final String HANDED_OVER = "handed_over";
    /** The session was reset. */
    public static final String RESET = "reset";

    private ReasonCode() {
    }
}
