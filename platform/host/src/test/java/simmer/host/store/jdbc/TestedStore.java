package simmer.host.store.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** Each kind of store, on which the same tests run. */
enum TestedStore {

    EMBEDDED {
        @Override
        Place place(Path folder) {
            return () -> JdbcStore.embedded(folder, Duration.ofSeconds(30), (_, _, _) -> {
            });
        }
    },
    POSTGRES {
        @Override
        Place place(Path folder) throws SQLException {
            PostgresServer server = PostgresDatabases.shared().database();
            return () -> JdbcStore.postgres(server, (_, _, _) -> {
            });
        }
    };

    /** Where a store is kept, and may be opened any number of times, one after the other. */
    @FunctionalInterface
    interface Place extends Supplier<JdbcStore> {
    }

    /** A new place. */
    abstract Place place(Path folder) throws SQLException;
}
