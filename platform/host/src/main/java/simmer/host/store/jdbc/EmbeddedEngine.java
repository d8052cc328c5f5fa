package simmer.host.store.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import simmer.host.store.StoreException;
import simmer.host.waiting.Deadlines;

/** SQLite in the data folder: one thread writes, two read. */
final class EmbeddedEngine implements Engine {

    private static final int READERS = 2;
    private static final String FILE = "simmer.db";

    private final Runnable leave;
    private final Deadlines deadlines = new Deadlines("store-deadlines");
    private final SqliteWorkers writer;
    private final SqliteWorkers readers;

    /** @param leave what comes after all */
    private EmbeddedEngine(Runnable leave, SqliteFile file, Duration timeout) {
        this.leave = leave;
        this.writer = new SqliteWorkers(file, SqliteWorkers.Kind.WRITER, 1, timeout, deadlines);
        this.readers = new SqliteWorkers(file, SqliteWorkers.Kind.READER, READERS, timeout, deadlines);
    }

    /**
     * Opens the store of a data folder, and makes both where there are none.
     *
     * @param empty a store that a new one begins with, if it is there
     * @param clock the store's time
     * @throws StoreException if the folder can't be used, or another process has it
     */
    static EmbeddedEngine open(Path path, Optional<Path> empty, Duration timeout, InstantSource clock) {
        DataFolder folder = DataFolder.take(path);
        try {
            if (empty.isPresent()) {
                EmptyStore.copy(empty.get(), path.resolve(FILE));
            }
            return open(path, timeout, clock, folder::close);
        } catch (IOException e) {
            folder.close();
            throw DataFolder.unusable(path, e);
        } catch (RuntimeException | Error e) {
            folder.close();
            throw e;
        }
    }

    /** The same, beside the process that has the folder, if there is one. */
    static EmbeddedEngine beside(Path path, Duration timeout, InstantSource clock) {
        return open(path, timeout, clock, () -> {
        });
    }

    private static EmbeddedEngine open(Path path, Duration timeout, InstantSource clock, Runnable leave) {
        try {
            Files.createDirectories(path);
            SqliteLibrary.unpack(path.resolve("native"));
            SqliteFile file = new SqliteFile(path.resolve(FILE), timeout, clock);
            Schema.bring(file.source(), Dialect.SQLITE, file.toString());
            return new EmbeddedEngine(leave, file, timeout);
        } catch (IOException e) {
            throw DataFolder.unusable(path, e);
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        return readers.run(work, Durability.PROCESS);
    }

    @Override
    public <T> T write(Work<T> work, Durability durability) {
        return writer.run(work, durability);
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
        deadlines.close();
        leave.run();
    }
}
