package simmer.host.session;

import java.time.Duration;

/**
 * How much is remembered of a session.
 *
 * @param remember whether anything is, beside what was sent: if not, each payload is decided on by itself, as the tutorial
 * did
 * @param maxTurns most turns remembered, the newest; 1 or more
 * @param maxAnswers most answers remembered, the newest; 1 or more
 * @param sameTurnWithin how long the same text counts as the same turn, of a payload without ids and history
 * @param sendEveryTurn whether a level is sent although it holds, as the tutorial did
 */
public record Memory(boolean remember, int maxTurns, int maxAnswers, Duration sameTurnWithin, boolean sendEveryTurn) {

    /** @throws IllegalArgumentException if a number is under 1, or the time negative */
    public Memory {
        if (maxTurns < 1 || maxAnswers < 1 || sameTurnWithin.isNegative()) {
            throw new IllegalArgumentException("turns and answers are 1 or more, the time is not negative");
        }
    }
}
