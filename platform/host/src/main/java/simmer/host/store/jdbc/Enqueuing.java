package simmer.host.store.jdbc;

import java.sql.SQLException;

import simmer.host.store.Message;

/** How a message comes into the outbox: within the transaction that saves its session. */
final class Enqueuing {

    /**
     * What stands behind the one that is being sent, dead letters included: the newer message says all that still counts.
     */
    private static final String SUPERSEDE = "delete from outbox where session_key = ? and standing <> 'sending'";
    private static final String PUT = """
            insert into outbox (message_id, session_key, session_id, urgency, body, standing, attempts, reason,
                created_at, set_at, due_at, lease, lease_until)
            values (?, ?, ?, ?, ?, 'waiting', 0, '', simmer_now(), simmer_now(), simmer_now(), '', 0)""";

    private Enqueuing() {
    }

    /** The caller's transaction has written the session's row, and so holds it. */
    static void put(Sql sql, String sessionKey, String sessionId, Message message) throws SQLException {
        sql.update(SUPERSEDE, sessionKey);
        sql.update(PUT, message.id(), sessionKey, SessionKey.encoded(sessionId), message.urgency(), message.body());
    }
}
