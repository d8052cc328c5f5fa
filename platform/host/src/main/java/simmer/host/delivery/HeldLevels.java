package simmer.host.delivery;

import java.time.Duration;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import simmer.spi.Level;

/**
 * Which level holds for which session, as far as this process has delivered. A session it knows nothing of is on the
 * lowest level, where every session begins. Bounded in sessions and in time; for use by any number of threads.
 */
public final class HeldLevels {

    private final Held start;
    private final Cache<String, Held> levels;

    /**
     * What is known of a session.
     *
     * @param level the level that holds
     * @param certain false after a call of which nobody can tell whether it arrived
     */
    record Held(Level level, boolean certain) {
    }

    /**
     * @param lowest the level of sessions not known
     * @param maxSessions past that the longest unused are forgotten
     * @param rememberFor how long a session is remembered after it was last asked for
     */
    public HeldLevels(Level lowest, int maxSessions, Duration rememberFor) {
        this.start = new Held(lowest, true);
        this.levels = Caffeine.newBuilder().maximumSize(maxSessions).expireAfterAccess(rememberFor).build();
    }

    Held of(String sessionId) {
        return Objects.requireNonNullElse(levels.getIfPresent(sessionId), start);
    }

    void hold(String sessionId, Level level) {
        levels.put(sessionId, new Held(level, true));
    }

    /** The last call may or may not have arrived: the level from before is the best guess, and the next turn sends again. */
    void doubt(String sessionId) {
        levels.put(sessionId, new Held(of(sessionId).level(), false));
    }
}
