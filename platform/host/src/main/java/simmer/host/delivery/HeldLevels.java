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

    private final Level lowest;
    private final Cache<String, Level> levels;

    /**
     * @param lowest the level of sessions not known
     * @param maxSessions past that the longest unused are forgotten
     * @param rememberFor how long a session is remembered after it was last asked for
     */
    public HeldLevels(Level lowest, int maxSessions, Duration rememberFor) {
        this.lowest = lowest;
        this.levels = Caffeine.newBuilder().maximumSize(maxSessions).expireAfterAccess(rememberFor).build();
    }

    Level of(String sessionId) {
        return Objects.requireNonNullElse(levels.getIfPresent(sessionId), lowest);
    }

    void hold(String sessionId, Level level) {
        levels.put(sessionId, level);
    }
}
