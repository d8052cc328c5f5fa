package simmer.host.store.jdbc;

import java.sql.SQLException;

import simmer.host.store.Outbox.Claimed;

/** What becomes of a claimed message. Does nothing once the lease has passed to another: the token tells. */
final class Settling {

    static final String WAITING = "waiting";
    static final String HELD = "held";
    static final String DEAD = "dead";

    private static final String HOLD_SESSION = "select 1 from session_state where session_key = ?";
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

    /** Holds a session until the transaction ends. */
    void hold(Sql sql, String sessionKey) throws SQLException {
        sql.one(row -> row.getInt(1), holdSession, sessionKey);
    }

    int remove(Sql sql, Claimed claimed) throws SQLException {
        return sql.update(REMOVE, claimed.message().id(), claimed.lease());
    }

    /** After a call: gives the message another standing. One behind which a newer one stands is dropped instead. */
    int settle(Sql sql, Claimed claimed, String standing, long delayMillis, String reason) throws SQLException {
        return settle(sql, claimed, standing, 0, delayMillis, reason);
    }

    /** Without a call: as it was before its claim, which had counted one. */
    int putBack(Sql sql, Claimed claimed, long delayMillis) throws SQLException {
        return settle(sql, claimed, WAITING, 1, delayMillis, "");
    }

    private int settle(Sql sql, Claimed claimed, String standing, int uncounted, long delayMillis, String reason)
            throws SQLException {
        String sessionKey = SessionKey.digest(claimed.sessionId());
        String id = claimed.message().id();
        hold(sql, sessionKey);
        int dropped = sql.update(REMOVE_IF_SUPERSEDED, id, claimed.lease(), sessionKey);
        return dropped == 1 ? dropped : sql.update(SETTLE, standing, uncounted, reason, delayMillis, id, claimed.lease());
    }
}
