package simmer.host.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import simmer.host.store.Outbox;

/**
 * The outbox as a table. Whoever moves a session's message from one standing to another holds the session's row until the
 * commit, as a save does: so all that happens to a session's messages happens in a row, whichever replica does it.
 */
final class JdbcOutbox implements Outbox {

    private static final int RELEASED_AT_ONCE = 1_000;
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    /** Also ends the dead letter's wait: nothing stands behind a dead letter, for a newer message would have replaced it. */
    private static final String RESEND = """
            update outbox set standing = 'waiting', attempts = 0, set_at = simmer_now(), due_at = simmer_now()
            where message_id = ? and standing = 'dead'""";
    private static final String RELEASE = """
            update outbox set standing = 'waiting', set_at = simmer_now(), due_at = simmer_now()
            where standing = 'held' and message_id in (
                select message_id from outbox where standing = 'held' order by created_at limit ?)""";
    private static final String DEAD = """
            select message_id, session_id, set_at - simmer_now(), attempts, reason, body from outbox
            where standing = 'dead' order by set_at desc, message_id limit ?""";
    /** Says "old" twice: one may be sent again in between, and given up again. */
    private static final String FORGET = """
            delete from outbox where standing = 'dead' and set_at < simmer_now() - ? and message_id in (
                select message_id from outbox where standing = 'dead' and set_at < simmer_now() - ?
                order by set_at limit ?)""";
    private static final String DEPTH = """
            select count(*) filter (where standing in ('waiting', 'sending')),
                count(*) filter (where standing = 'held'), count(*) filter (where standing = 'dead'),
                coalesce(simmer_now() - min(created_at) filter (where standing in ('waiting', 'sending')), 0)
            from outbox""";

    private final WatchedEngine engine;
    private final InstantSource callersClock;
    private final Claims claims;
    private final Settling settling;

    JdbcOutbox(WatchedEngine engine, InstantSource callersClock) {
        this.engine = engine;
        this.callersClock = callersClock;
        this.claims = new Claims(engine.dialect());
        this.settling = new Settling(engine.dialect());
    }

    @Override
    public List<Claimed> claimDue(int most, Duration lease, Instant now) {
        return engine.write(Operation.CLAIM, sql -> {
            claims.mindClock(sql);
            List<Claimed> claimed = new ArrayList<>();
            for (String sessionKey : claims.holdDue(sql, most)) {
                claims.claim(sql, sessionKey, lease, now).ifPresent(claimed::add);
            }
            return claimed;
        });
    }

    @Override
    public Optional<Claimed> claim(String sessionId, Duration lease, Instant now) {
        String sessionKey = SessionKey.digest(sessionId);
        return engine.write(Operation.CLAIM, sql -> {
            settling.holdSession(sql, sessionKey);
            return claims.claim(sql, sessionKey, lease, now);
        });
    }

    @Override
    public void retryAt(Claimed claimed, Instant at, String reason) {
        engine.write(Operation.SETTLE, sql -> settling.retryAt(sql, claimed, millisUntil(at), reason));
    }

    @Override
    public void putBack(Claimed claimed, Instant at) {
        engine.write(Operation.SETTLE, sql -> settling.putBack(sql, claimed, millisUntil(at)));
    }

    private long millisUntil(Instant at) {
        return Math.max(0, Duration.between(callersClock.instant(), at).toMillis());
    }

    @Override
    public void hold(Claimed claimed, String reason) {
        engine.write(Operation.SETTLE, sql -> settling.hold(sql, claimed, reason));
    }

    @Override
    public void holdBack(Claimed claimed, String reason) {
        engine.write(Operation.SETTLE, sql -> settling.holdBack(sql, claimed, reason));
    }

    @Override
    public int releaseHeld(Instant now) {
        int released = 0;
        int some;
        do {
            some = engine.write(Operation.RELEASE, sql -> sql.update(RELEASE, RELEASED_AT_ONCE));
            released += some;
        } while (some == RELEASED_AT_ONCE);
        return released;
    }

    @Override
    public List<DeadLetter> deadLetters(int most) {
        Instant now = callersClock.instant();
        return engine.read(Operation.DEAD_LETTERS, sql -> sql.query(row -> deadLetter(row, now), DEAD, most));
    }

    private static DeadLetter deadLetter(ResultSet row, Instant now) throws SQLException {
        return new DeadLetter(row.getString(1), SessionKey.decoded(row.getString(2)), now.plusMillis(row.getLong(3)),
                row.getInt(4), row.getString(5), row.getString(6));
    }

    @Override
    public boolean resend(String messageId, Instant now) {
        return engine.write(Operation.RESEND, sql -> sql.update(RESEND, messageId) == 1);
    }

    @Override
    public int forgetGivenUpBefore(Instant before) {
        long age = Math.max(0, Duration.between(before, callersClock.instant()).toMillis());
        return engine.write(Operation.FORGET, sql -> sql.update(FORGET, age, age, FORGOTTEN_AT_ONCE));
    }

    @Override
    public Depth depth(Instant now) {
        return engine.read(Operation.DEPTH, sql -> sql.one(row -> new Depth(row.getLong(1), row.getLong(2),
                row.getLong(3), Duration.ofMillis(Math.max(0, row.getLong(4)))), DEPTH)).orElseThrow();
    }
}
