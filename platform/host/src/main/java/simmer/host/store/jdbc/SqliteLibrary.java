package simmer.host.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native code. Its driver would unpack it to the folder for temporary files at each start, and leave it there
 * after a kill; here it is unpacked once for each version.
 */
final class SqliteLibrary {

    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private SqliteLibrary() {
    }

    /**
     * Puts the library into a folder that nobody else changes meanwhile, and tells the driver. Does nothing where the
     * operator, or an earlier call, has named a folder, or where the driver holds none for this machine and says so itself.
     */
    static void unpack(Path folder) throws IOException {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        try (InputStream content = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (content == null) {
                return;
            }
            String name = SQLiteJDBCLoader.getVersion() + "-" + LibraryLoaderUtil.getNativeLibName();
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve(name))) {
                clear(folder);
                Path part = folder.resolve("part");
                Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
            System.setProperty(FOLDER, folder.toString());
            System.setProperty(NAME, name);
        }
    }

    /** Libraries of other versions. */
    private static void clear(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
