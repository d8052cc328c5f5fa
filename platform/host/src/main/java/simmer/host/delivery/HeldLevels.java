package simmer.host.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import simmer.spi.Level;

/**
 * Which level holds for which session, as far as this process has delivered. A session it knows nothing of is on the
 * lowest level, where every session begins. Bounded in sessions and in time; for use by any number of threads.
 */
public final class HeldLevels implements DeliveryListener {

    private final Held start;
    private final Cache<String, Held> levels;

    /**
     * What is known of a session.
     *
     * @param level the level that holds
     * @param certain false while a message is on its way
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

    /** A message is on its way, which may move the session. */
    void sends(String sessionId) {
        levels.put(sessionId, new Held(of(sessionId).level(), false));
    }

    @Override
    public void delivered(String sessionId, Level level, Instant at) {
        levels.put(sessionId, new Held(level, true));
    }
}
