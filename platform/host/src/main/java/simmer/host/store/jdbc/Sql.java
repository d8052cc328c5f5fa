package simmer.host.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements on one connection, each prepared once. Values are texts and longs. For one thread. */
final class Sql implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** How a row becomes a value. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Runs a statement that returns no rows; returns how many it changed. */
    int update(String statement, Object... values) throws SQLException {
        return bound(statement, values).executeUpdate();
    }

    /** Runs a statement that returns rows. */
    <T> List<T> query(Row<T> mapping, String statement, Object... values) throws SQLException {
        try (ResultSet rows = bound(statement, values).executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapping.of(rows));
            }
            return found;
        }
    }

    /** Runs a statement that returns one row at most. */
    <T> Optional<T> one(Row<T> mapping, String statement, Object... values) throws SQLException {
        return query(mapping, statement, values).stream().findFirst();
    }

    private PreparedStatement bound(String statement, Object... values) throws SQLException {
        PreparedStatement ready = prepared.get(statement);
        if (ready == null) {
            ready = connection.prepareStatement(statement);
            prepared.put(statement, ready);
        }
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case String text -> ready.setString(i + 1, text);
                case Long number -> ready.setLong(i + 1, number);
                case Integer number -> ready.setInt(i + 1, number);
                default -> throw new IllegalArgumentException("no value of a statement: " + values[i].getClass());
            }
        }
        return ready;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
    }
}
