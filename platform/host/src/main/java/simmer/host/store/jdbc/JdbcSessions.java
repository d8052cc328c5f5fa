package simmer.host.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import simmer.host.store.Message;
import simmer.host.store.Outbox.Claimed;
import simmer.host.store.Sessions;

/** The states of sessions, each a row that is compared and set by its version. */
final class JdbcSessions implements Sessions {

    private static final int MAX_STATE_LENGTH = 65_536;
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private static final String FIND = "select version, state from session_state where session_key = ?";
    private static final String FIRST = """
            insert into session_state (session_key, version, state, created_at, used_at)
            values (?, 1, ?, simmer_now(), simmer_now()) on conflict do nothing""";
    private static final String NEXT = """
            update session_state set version = version + 1, state = ?, used_at = simmer_now()
            where session_key = ? and version = ?""";
    /** Begins at the oldest by their creation, for which there is an index. Says "unused" twice: a save may come between. */
    private static final String FORGET = """
            delete from session_state where used_at < simmer_now() - ? and session_key in (
                select s.session_key from session_state s
                where s.created_at < simmer_now() - ? and s.used_at < simmer_now() - ?
                    and not exists (select 1 from outbox o where o.session_key = s.session_key)
                order by s.created_at limit ?)""";

    private final WatchedEngine engine;
    private final InstantSource callersClock;
    private final Settling settling;

    JdbcSessions(WatchedEngine engine, InstantSource callersClock) {
        this.engine = engine;
        this.callersClock = callersClock;
        this.settling = new Settling(engine.dialect());
    }

    @Override
    public boolean areShared() {
        return switch (engine.dialect()) {
            case SQLITE -> false;
            case POSTGRESQL -> true;
        };
    }

    @Override
    public Optional<Saved> find(String sessionId) {
        String key = SessionKey.digest(sessionId);
        return engine.read(Operation.FIND,
                sql -> sql.one(row -> new Saved(row.getLong(1), row.getString(2)), FIND, key));
    }

    @Override
    public boolean save(String sessionId, long expectedVersion, String state, Optional<Message> message, Instant now) {
        requireBounded(state);
        String key = SessionKey.digest(sessionId);
        Durability durability = message.isPresent() ? Durability.MACHINE : Durability.PROCESS;
        return engine.write(Operation.SAVE, durability, sql -> {
            int saved = expectedVersion == NEVER_SAVED
                    ? sql.update(FIRST, key, state)
                    : sql.update(NEXT, state, key, expectedVersion);
            if (saved == 1 && message.isPresent()) {
                Enqueuing.put(sql, key, sessionId, message.get());
            }
            return saved == 1;
        });
    }

    private static void requireBounded(String state) {
        if (state.length() > MAX_STATE_LENGTH) {
            throw new IllegalArgumentException(
                    "a session's state has at most " + MAX_STATE_LENGTH + " characters, not " + state.length());
        }
    }

    @Override
    public Settled settle(Claimed claimed, Ending ending, long expectedVersion, String state, Instant now) {
        requireBounded(state);
        String key = SessionKey.digest(claimed.sessionId());
        Durability durability = switch (ending) {
            // Lost with the power, it is delivered again; a dead letter would be sent again.
            case Ending.Delivered() -> Durability.PROCESS;
            case Ending.GivenUp _ -> Durability.MACHINE;
        };
        return engine.write(Operation.SETTLE, durability, sql -> {
            if (settling.holdSession(sql, key).filter(version -> version == expectedVersion).isEmpty()) {
                return Settled.OVERTAKEN;
            }
            int ended = switch (ending) {
                case Ending.Delivered() -> settling.remove(sql, claimed);
                case Ending.GivenUp(String reason) -> settling.bury(sql, claimed, key, reason);
            };
            if (ended == 0) {
                return Settled.NOT_OURS;
            }
            sql.update(NEXT, state, key, expectedVersion);
            return Settled.SAVED;
        });
    }

    @Override
    public int forgetUnusedSince(Instant since) {
        long age = Math.max(0, Duration.between(since, callersClock.instant()).toMillis());
        return engine.write(Operation.FORGET, sql -> sql.update(FORGET, age, age, age, FORGOTTEN_AT_ONCE));
    }
}
