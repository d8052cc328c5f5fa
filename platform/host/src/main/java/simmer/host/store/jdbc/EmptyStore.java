package simmer.host.store.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A store with all tables and nothing in them, which a build made and a new data folder begins with: copied in a
 * millisecond, where making the tables takes a start two tenths of a second.
 */
final class EmptyStore {

    private EmptyStore() {
    }

    /**
     * Copies it, unless there is a store or none to copy. By whoever has the data folder: it appears whole or not at all.
     *
     * @param store where the store is to be
     */
    static void copy(Path empty, Path store) throws IOException {
        if (Files.exists(store) || !Files.isReadable(empty)) {
            return;
        }
        Path part = store.resolveSibling(store.getFileName() + ".new");
        try (FileChannel from = FileChannel.open(empty);
                FileChannel to = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            for (long copied = 0; copied < from.size();) {
                copied += from.transferTo(copied, from.size() - copied, to);
            }
            to.force(true);
        }
        Files.move(part, store, StandardCopyOption.ATOMIC_MOVE);
    }
}
