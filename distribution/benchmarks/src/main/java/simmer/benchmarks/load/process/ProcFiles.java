package simmer.benchmarks.load.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux tells of a process and of those that it started, in {@code /proc}. */
final class ProcFiles {

    /** USER_HZ, which is 100 wherever Linux runs Java. */
    private static final double TICKS_A_SECOND = 100;
    private static final int BYTES_A_KIB = 1024;
    /** Of the fields after the name's bracket: 14 and 15 of proc(5). */
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private ProcFiles() {
    }

    /** User and system time so far, all threads. */
    static double cpuSeconds(ProcessHandle root) {
        return tree(root).mapToDouble(ProcFiles::ticks).sum() / TICKS_A_SECOND;
    }

    private static double ticks(ProcessHandle process) {
        String stat = read(process, "stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
    }

    /** Memory that is resident now; what several processes share counts for each. */
    static long residentBytes(ProcessHandle root) {
        return tree(root).mapToLong(process -> read(process, "status").lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_A_KIB).sum()).sum();
    }

    private static Stream<ProcessHandle> tree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants());
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException e) {
            throw new UncheckedIOException("process " + process.pid() + " can't be looked at; did it end?", e);
        }
    }
}
