package simmer.host.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import simmer.host.store.CallBudget;

/**
 * Calls with a key are numbered in the order they were granted. Of N calls in a span, call n may be made once call n - N is
 * more than a span ago: so no window of that length, wherever it begins, holds more than N. One row a call, N rows a key.
 */
final class JdbcCallBudget implements CallBudget {

    private static final int MAX_CALLS = 10_000;

    private static final String BEGIN = """
            insert into call_budget (budget_key, last_number, last_at, paused_until) values (?, 0, 0, 0)
            on conflict do nothing""";
    private static final String HOLD = "select last_number, last_at, paused_until from call_budget where budget_key = ?";
    /** A statement of its own, so that the time is read when the key is held already. */
    private static final String NOW = "select simmer_now()";
    private static final String MADE = "select made_at from call_made where budget_key = ? and call_number = ?";
    private static final String COUNT = "update call_budget set last_number = ?, last_at = ? where budget_key = ?";
    private static final String RECORD = "insert into call_made (budget_key, call_number, made_at) values (?, ?, ?)";
    private static final String FORGET = "delete from call_made where budget_key = ? and call_number <= ?";
    private static final String PAUSE = "update call_budget set paused_until = ?, last_at = ? where budget_key = ?";
    private static final String SHIFT_CALLS = "update call_made set made_at = made_at - ? where budget_key = ?";

    private final WatchedEngine engine;
    private final InstantSource callersClock;
    private final String hold;

    JdbcCallBudget(WatchedEngine engine, InstantSource callersClock) {
        this.engine = engine;
        this.callersClock = callersClock;
        this.hold = HOLD + engine.dialect().lockRow();
    }

    /** A key's row, held; times by the store's clock. */
    private record Account(long lastNumber, long lastAt, long pausedUntil, long now) {
    }

    @Override
    public Grant take(String key, int calls, Duration span, Instant now) {
        if (calls < 1 || calls > MAX_CALLS) {
            throw new IllegalArgumentException("a budget has 1 to " + MAX_CALLS + " calls, not " + calls);
        }
        return engine.write(Operation.TAKE, sql -> {
            Account account = hold(sql, key);
            long number = account.lastNumber() + 1;
            // Both times were cut to whole milliseconds, hence one more.
            long free = sql.one(row -> row.getLong(1), MADE, key, number - calls)
                    .map(madeAt -> madeAt + span.toMillis() + 1).orElse(0L);
            long at = Math.max(free, account.pausedUntil());
            if (at > account.now()) {
                return new Grant.NotBefore(now.plusMillis(at - account.now()));
            }
            sql.update(COUNT, number, account.now(), key);
            sql.update(RECORD, key, number, account.now());
            sql.update(FORGET, key, number - calls);
            return new Grant.Now();
        });
    }

    @Override
    public void pause(String key, Instant until) {
        long pause = Math.max(0, Duration.between(callersClock.instant(), until).toMillis());
        engine.write(Operation.PAUSE, sql -> {
            Account account = hold(sql, key);
            return sql.update(PAUSE, Math.max(account.pausedUntil(), account.now() + pause), account.now(), key);
        });
    }

    private Account hold(Sql sql, String key) throws SQLException {
        Optional<Account> found = find(sql, key);
        if (found.isEmpty()) {
            sql.update(BEGIN, key);
            found = find(sql, key);
        }
        Account account = found.orElseThrow();
        long ahead = account.lastAt() - account.now();
        return ahead > 0 ? clockSetBack(sql, key, account, ahead) : account;
    }

    private Optional<Account> find(Sql sql, String key) throws SQLException {
        Optional<long[]> row = sql.one(columns -> new long[]{columns.getLong(1), columns.getLong(2), columns.getLong(3)},
                hold, key);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        long now = sql.one(column -> column.getLong(1), NOW).orElseThrow();
        return Optional.of(new Account(row.get()[0], row.get()[1], row.get()[2], now));
    }

    /** Moves all of a key's times back as far as the clock was: the time since the newest of them counts for nothing. */
    private static Account clockSetBack(Sql sql, String key, Account account, long ahead) throws SQLException {
        sql.update(SHIFT_CALLS, ahead, key);
        long pausedUntil = account.pausedUntil() - ahead;
        sql.update(PAUSE, pausedUntil, account.now(), key);
        return new Account(account.lastNumber(), account.now(), pausedUntil, account.now());
    }
}
