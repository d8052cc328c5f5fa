package simmer.host.store.jdbc;

import java.sql.SQLException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import simmer.host.store.StoreException;

/** What a failed transaction means for its caller. */
final class Failures {

    /** Classes of SQLSTATE: data that a column can't hold, a rule of the tables broken. */
    private static final String DATA = "22";
    private static final String RULE = "23";

    private Failures() {
    }

    /** Whether the values given are to blame, and not the database. */
    static boolean isCallersFault(SQLException failure) {
        if (failure instanceof SQLiteException sqlite) {
            SQLiteErrorCode code = sqlite.getResultCode();
            return code.name().startsWith("SQLITE_CONSTRAINT") || code == SQLiteErrorCode.SQLITE_TOOBIG;
        }
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return state.startsWith(DATA) || state.startsWith(RULE);
    }

    static IllegalArgumentException callersFault(SQLException failure) {
        return new IllegalArgumentException("what was given breaks a rule of the store's tables, so nothing was done",
                failure);
    }

    /** An exception of another thread, thrown again on the caller's with the caller's stack. */
    static RuntimeException rethrown(@Nullable Throwable failure) {
        return switch (failure) {
            case StoreException store -> new StoreException(String.valueOf(store.getMessage()), store);
            case IllegalArgumentException argument -> new IllegalArgumentException(argument.getMessage(), argument);
            case null, default -> new IllegalStateException("the store's work failed: report it", failure);
        };
    }

    /** What lies at the bottom of a failure, in one line. */
    static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return firstLine(cause);
    }

    /** The first line of what a driver says, which for PostgreSQL is the one that quotes no values. */
    static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse(failure.getClass().getSimpleName());
    }
}
