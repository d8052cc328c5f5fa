package simmer.distribution.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import simmer.distribution.fixture.Image;
import simmer.host.store.jdbc.JdbcStore;

/** Makes the store that new data folders begin with: all tables, nothing in them, and the same bytes whenever it is made. */
final class EmptyStore {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private EmptyStore() {
    }

    static void make(Image image) throws IOException {
        Path folder = Files.createTempDirectory("empty-store");
        JdbcStore.embedded(folder, TIMEOUT, (_, _, _) -> {
        }).close();
        Path store = folder.resolve("simmer.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update simmer_schema set installed_on = '1970-01-01 00:00:00', execution_time = 0");
            statement.execute("vacuum");
        } catch (SQLException e) {
            throw new IOException("the empty store can't be made", e);
        }
        Files.copy(store, image.emptyStore(), StandardCopyOption.REPLACE_EXISTING);
    }
}
