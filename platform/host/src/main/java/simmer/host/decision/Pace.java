package simmer.host.decision;

import java.time.Duration;
import java.time.Instant;

/**
 * How quickly one change may follow another. A clock that was put back stretches none of these: the time then counts anew.
 *
 * @param minimumStay how long a session stays on a level before a lower score may take it down
 * @param cooldown how long after a session went down the score can't take it up again to the level it left; higher it can,
 *        and a hard rule always can
 * @param timeOut a session without a turn for so long begins anew
 */
public record Pace(Duration minimumStay, Duration cooldown, Duration timeOut) {

    /** @throws IllegalArgumentException if a time is negative, or the time-out zero */
    public Pace {
        if (minimumStay.isNegative() || cooldown.isNegative() || !timeOut.isPositive()) {
            throw new IllegalArgumentException("stay and cooldown are 0 or more, the time-out over 0");
        }
    }

    boolean isCooling(PolicyState.Left left, Instant now) {
        return PolicyState.elapsed(left.at(), now).compareTo(cooldown) < 0;
    }
}
