package simmer.benchmarks.load.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server that runs in a process of its own on 127.0.0.1. */
public final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int POLL_MILLIS = 20;
    private static final int READ_MILLIS = 1000;

    private final Process process;
    private final Path log;
    private final int port;
    private final double readySeconds;

    private Server(Process process, Path log, int port, URI ready) throws IOException, InterruptedException {
        this.process = process;
        this.log = log;
        this.port = port;
        long start = System.nanoTime();
        while (!answers(ready)) {
            boolean late = System.nanoTime() - start > PATIENCE.toNanos();
            if (late || process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                close();
                throw new IOException("it does not serve:\n" + Files.readString(log));
            }
        }
        readySeconds = (System.nanoTime() - start) / 1e9;
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param command its words
     * @param environment added to ours
     * @param port where it will answer webhooks
     * @param ready answers 200 from when on it can
     * @throws IOException if it ends or does not get ready; the message holds what it said
     */
    static Server start(List<String> command, Map<String, String> environment, int port, URI ready)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("simmer-load-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Server(builder.start(), log, port, ready);
    }

    private static boolean answers(URI ready) {
        try {
            HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
            connection.setReadTimeout(READ_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** From its start to its first sign of being ready, to 20 ms. */
    public double readySeconds() {
        return readySeconds;
    }

    /** CPU time of the process and its children so far, to 10 ms. */
    public double cpuSeconds() {
        return ProcFiles.cpuSeconds(process.toHandle());
    }

    /** Resident memory of the process and its children now. */
    public long residentBytes() {
        return ProcFiles.residentBytes(process.toHandle());
    }

    /** For a JVM only. */
    public Jvm jvm() {
        return new Jvm(process.pid());
    }

    /** Sends it a signal, {@code STOP} say. */
    public void signal(String name) throws IOException, InterruptedException {
        run("kill", "-" + name, Long.toString(process.pid()));
    }

    /**
     * Lets none of its files grow over a size: a write that would fails, as on a full disk.
     *
     * @param bytes {@link Long#MAX_VALUE} for any size
     */
    public void limitFiles(long bytes) throws IOException, InterruptedException {
        String limit = bytes == Long.MAX_VALUE ? "unlimited" : Long.toString(bytes);
        run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + limit + ":unlimited");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public void kill() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        Files.deleteIfExists(log);
    }

    /** Asks it to end, so that a flight recording is written, and ends it if it does not. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        process.onExit().completeOnTimeout(process, GRACE.toMillis(), TimeUnit.MILLISECONDS).join();
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Files.deleteIfExists(log);
    }
}
