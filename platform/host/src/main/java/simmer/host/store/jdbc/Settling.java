package simmer.host.store.jdbc;

import java.sql.SQLException;
import java.util.Optional;

import simmer.host.store.Outbox.Claimed;

/** What becomes of a claimed message. Does nothing once the lease has passed to another: the token tells. */
final class Settling {

    private static final String WAITING = "waiting";
    private static final String HELD = "held";
    private static final String DEAD = "dead";

    /** Of the attempt that a claim counts, how much is taken back. */
    private static final int COUNTED = 0;
    private static final int UNCOUNTED = 1;

    private static final String HOLD_SESSION = "select version from session_state where session_key = ?";
    private static final String REMOVE = "delete from outbox where message_id = ? and lease = ? and standing = 'sending'";
    private static final String REMOVE_IF_SUPERSEDED = REMOVE
            + " and exists (select 1 from outbox w where w.session_key = ? and w.standing <> 'sending')";
    private static final String SETTLE = """
            update outbox set standing = ?, attempts = attempts - ?, reason = ?, set_at = simmer_now(), due_at = simmer_now() + ?, lease = ''
            where message_id = ? and lease = ? and standing = 'sending'""";

    private final String holdSession;

    Settling(Dialect dialect) {
        this.holdSession = HOLD_SESSION + dialect.lockRow();
    }

    /** Holds a session until the transaction ends. Returns its version, if it is there. */
    Optional<Long> holdSession(Sql sql, String sessionKey) throws SQLException {
        return sql.one(row -> row.getLong(1), holdSession, sessionKey);
    }

    int remove(Sql sql, Claimed claimed) throws SQLException {
        return sql.update(REMOVE, claimed.message().id(), claimed.lease());
    }

    /** By who holds the session. */
    int bury(Sql sql, Claimed claimed, String sessionKey, String reason) throws SQLException {
        return change(sql, claimed, sessionKey, DEAD, COUNTED, 0, reason);
    }

    int retryAt(Sql sql, Claimed claimed, long delayMillis, String reason) throws SQLException {
        return settle(sql, claimed, WAITING, COUNTED, delayMillis, reason);
    }

    int putBack(Sql sql, Claimed claimed, long delayMillis) throws SQLException {
        return settle(sql, claimed, WAITING, UNCOUNTED, delayMillis, "");
    }

    int hold(Sql sql, Claimed claimed, String reason) throws SQLException {
        return settle(sql, claimed, HELD, COUNTED, 0, reason);
    }

    int holdBack(Sql sql, Claimed claimed, String reason) throws SQLException {
        return settle(sql, claimed, HELD, UNCOUNTED, 0, reason);
    }

    private int settle(Sql sql, Claimed claimed, String standing, int uncounted, long delayMillis, String reason)
            throws SQLException {
        String sessionKey = SessionKey.digest(claimed.sessionId());
        holdSession(sql, sessionKey);
        return change(sql, claimed, sessionKey, standing, uncounted, delayMillis, reason);
    }

    /** Gives the message another standing. One behind which a newer one stands is dropped instead. */
    private static int change(Sql sql, Claimed claimed, String sessionKey, String standing, int uncounted, long delayMillis,
            String reason) throws SQLException {
        String id = claimed.message().id();
        int dropped = sql.update(REMOVE_IF_SUPERSEDED, id, claimed.lease(), sessionKey);
        return dropped == 1 ? dropped : sql.update(SETTLE, standing, uncounted, reason, delayMillis, id, claimed.lease());
    }
}
