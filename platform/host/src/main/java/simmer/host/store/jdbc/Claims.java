package simmer.host.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import simmer.host.store.Message;
import simmer.host.store.Outbox.Claimed;

/** Which message is whose to send, and until when. */
final class Claims {

    /** A message whose lease ended may be claimed again; where another one stands behind it, that one is claimed instead. */
    private static final String DUE_SESSIONS = """
            select s.session_key from outbox o join session_state s on s.session_key = o.session_key
            where o.standing = 'waiting' and o.due_at <= simmer_now() and not exists (
                    select 1 from outbox f where f.session_key = o.session_key and f.standing = 'sending'
                        and f.lease_until > simmer_now())
                or o.standing = 'sending' and o.lease_until <= simmer_now() and not exists (
                    select 1 from outbox w where w.session_key = o.session_key and w.standing <> 'sending')
            order by o.urgency desc, o.created_at, o.message_id limit ?""";
    private static final String DROP_SUPERSEDED = """
            delete from outbox where session_key = ? and standing = 'sending' and lease_until <= simmer_now()
                and exists (select 1 from outbox w where w.session_key = ? and w.standing <> 'sending')""";
    /** Whether a lease has ended is asked anew, for the time goes on between two statements. */
    private static final String CLAIM = """
            update outbox set standing = 'sending', attempts = attempts + 1, lease = ?,
                lease_until = simmer_now() + ?, set_at = simmer_now()
            where session_key = ? and (standing = 'sending' and lease_until <= simmer_now() and not exists (
                    select 1 from outbox w where w.session_key = ? and w.standing <> 'sending')
                or (standing = 'held' or standing = 'waiting' and due_at <= simmer_now()) and not exists (
                    select 1 from outbox f where f.session_key = ? and f.standing = 'sending'))
            returning session_id, message_id, urgency, body, attempts - 1""";
    /** Everyone waits for what remained to wait when the times were set. */
    private static final String CLOCK_SET_BACK = """
            update outbox set due_at = due_at - (set_at - simmer_now()),
                lease_until = lease_until - (set_at - simmer_now()), set_at = simmer_now()
            where set_at > simmer_now()""";
    private static final String END_LEASES = "update outbox set lease_until = 0 where standing = 'sending'";

    private static final String NOW = "select simmer_now()";
    /** Two calls at once may read the clock in one order and get here in the other. */
    private static final long TOLERANCE_MILLIS = 1_000;

    private final String dueSessions;
    private final AtomicLong latest = new AtomicLong();

    Claims(Dialect dialect) {
        this.dueSessions = DUE_SESSIONS + dialect.lockFreeSessions();
    }

    /** To be called now and then, so that a clock that was set back is found out. */
    void mindClock(Sql sql) throws SQLException {
        long now = sql.one(row -> row.getLong(1), NOW).orElseThrow();
        if (now < latest.getAndSet(now) - TOLERANCE_MILLIS) {
            mendAfterClockSetBack(sql);
        }
    }

    /** The sessions that have something to send, in the order of sending; held until the transaction ends. */
    List<String> holdDue(Sql sql, int most) throws SQLException {
        return sql.query(row -> row.getString(1), dueSessions, most);
    }

    /** Claims the message of a session that the transaction holds, if one is due or held and none is being sent. */
    Optional<Claimed> claim(Sql sql, String sessionKey, Duration lease, Instant now) throws SQLException {
        String token = UUID.randomUUID().toString();
        sql.update(DROP_SUPERSEDED, sessionKey, sessionKey);
        return sql.one(row -> new Claimed(SessionKey.decoded(row.getString(1)),
                new Message(row.getString(2), row.getInt(3), row.getString(4)), row.getInt(5), now.plus(lease), token),
                CLAIM, token, lease.toMillis(), sessionKey, sessionKey, sessionKey);
    }

    /** Mends times that lie in the future because the store's clock was set back. */
    static int mendAfterClockSetBack(Sql sql) throws SQLException {
        return sql.update(CLOCK_SET_BACK);
    }

    /** Ends the leases of a process that is gone for certain. */
    static int endLeases(Sql sql) throws SQLException {
        return sql.update(END_LEASES);
    }
}
