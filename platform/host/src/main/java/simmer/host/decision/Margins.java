package simmer.host.decision;

/**
 * How far from a level's threshold the score enters and leaves it, in units of the score: each 0 to 0.5.
 *
 * @param hysteresis a level is left so far under its threshold; half the threshold at most, or a low one would never be left
 * @param opening a level is entered so far over its threshold while the customer has said one thing only, which may be the
 *        statement of a problem; half the way from the threshold to 1 at most, or a high one could not be entered
 * @param sign a level is entered so far under its threshold when the newest turn shows a {@link simmer.spi.Sign}; half the
 *        threshold at most
 */
public record Margins(double hysteresis, double opening, double sign) {

    private static final double MOST = 0.5;

    /** @throws IllegalArgumentException if one is not 0 to 0.5, {@code NaN} included */
    public Margins {
        if (!isMargin(hysteresis) || !isMargin(opening) || !isMargin(sign)) {
            throw new IllegalArgumentException("margins are 0 to " + MOST + ", not " + hysteresis + ", " + opening + ", "
                    + sign);
        }
    }

    private static boolean isMargin(double value) {
        return value >= 0 && value <= MOST;
    }

    double leaves(double from) {
        return from - Math.min(hysteresis, from / 2);
    }

    double enters(double from, boolean isOpening, boolean shown) {
        double entered = isOpening ? from + Math.min(opening, (1 - from) / 2) : from;
        return shown ? entered - Math.min(sign, from / 2) : entered;
    }
}
