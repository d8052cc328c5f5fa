package simmer.host.store.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

import simmer.host.store.StoreException;

/** The data folder, which one process has at a time: it holds a lock that the system frees, however the process ends. */
final class DataFolder implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DataFolder.class.getName());
    private static final int PROCESS_ID_BYTES = 20;

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** @throws StoreException if the folder can't be used, or another process has it */
    static DataFolder take(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel lockFile = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                String holder = holder(lockFile);
                lockFile.close();
                throw new StoreException("the data folder " + path + " is in use by another Simmer" + holder
                        + ": stop that one, or give this one a folder of its own with --data DIR", null);
            }
            lockFile.truncate(0);
            lockFile.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
                    0);
            return new DataFolder(path, lockFile);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(FileChannel lockFile) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(PROCESS_ID_BYTES);
        lockFile.read(content, 0);
        String id = StandardCharsets.US_ASCII.decode(content.flip()).toString().strip();
        return id.isEmpty() ? "" : " (process " + id + ")";
    }

    static StoreException unusable(Path path, IOException failure) {
        String why = switch (failure) {
            case AccessDeniedException _ -> "this user may not write there";
            case FileSystemException file when file.getReason() != null -> String.valueOf(file.getReason());
            default -> failure.getClass().getSimpleName() + ": " + failure.getMessage();
        };
        return new StoreException("the data folder " + path + " can't be used (" + why
                + "): mend that, or name another with --data DIR", failure);
    }

    Path path() {
        return path;
    }

    /** Lets others have it. */
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the lock of " + path + " could not be freed", e);
        }
    }
}
