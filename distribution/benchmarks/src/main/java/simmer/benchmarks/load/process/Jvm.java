package simmer.benchmarks.load.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A JVM asked by {@code jcmd}, of the JDK that runs the harness. */
public final class Jvm {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern ALLOCATED = Pattern.compile("\\ballocated=(\\d+)([BKMGT]?)");

    private final long pid;

    Jvm(long pid) {
        this.pid = pid;
    }

    /** Bytes that objects take after a full collection, which this brings about. */
    public long liveHeapBytes() throws IOException, InterruptedException {
        return TOTAL.matcher(ask("GC.class_histogram")).results()
                .mapToLong(total -> Long.parseLong(total.group(1))).findFirst()
                .orElseThrow(() -> new IOException("jcmd's histogram has no total"));
    }

    /**
     * Bytes that the threads now alive have allocated since each began: to be read twice and subtracted. What virtual
     * threads allocate counts for those that carry them.
     */
    public long allocatedBytes() throws IOException, InterruptedException {
        return ALLOCATED.matcher(ask("Thread.print", "-e")).results().mapToLong(Jvm::bytes).sum();
    }

    private static long bytes(MatchResult allocated) {
        int power = "BKMGT".indexOf(allocated.group(2).isEmpty() ? "B" : allocated.group(2));
        return Long.parseLong(allocated.group(1)) << (10 * power);
    }

    private String ask(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        command.addAll(List.of(words));
        Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd failed: " + said);
        }
        return said;
    }
}
