package simmer.host.store.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import simmer.host.store.Message;
import simmer.host.store.StoreException;

/**
 * A process with an embedded store of its own, which saves sessions without end and says what it did: {@code saved ID} once
 * a save was acknowledged, {@code failed SENTENCE} when one was not. It may be killed.
 */
final class OtherProcess implements AutoCloseable {

    private static final int THREADS = 4;

    private final Process process;
    private final BufferedReader lines;

    private OtherProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** @param before words that start the process: a shell, say */
    static OtherProcess start(Path folder, String... before) throws IOException {
        List<String> words = new ArrayList<>(List.of(before));
        words.addAll(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx64m", "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + folder.resolveSibling("tmp"), "-cp",
                System.getProperty("java.class.path"), OtherProcess.class.getName(), folder.toString()));
        return new OtherProcess(new ProcessBuilder(words).redirectErrorStream(true).start());
    }

    /** Where that process begins. */
    public static void main(String[] arguments) throws InterruptedException {
        JdbcStore store;
        try {
            store = JdbcStore.embedded(Path.of(arguments[0]), Duration.ofSeconds(10), (_, _, _) -> {
            });
        } catch (StoreException e) {
            say("refused " + e.getMessage());
            return;
        }
        say("open");
        AtomicInteger count = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofVirtual().start(() -> saveWithoutEnd(store, count)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void saveWithoutEnd(JdbcStore store, AtomicInteger count) {
        while (true) {
            String id = "s" + count.incrementAndGet();
            try {
                store.sessions().save(id, 0, "state of " + id + " ".repeat(2_000),
                        Optional.of(new Message("m-" + id, 1, id)),
                        Instant.now());
                say("saved " + id);
            } catch (StoreException e) {
                say("failed " + e.getMessage());
            }
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Reads what it says up to a line that begins so, and keeps the ids of what was saved. Returns that line. */
    String readUntil(String beginning, List<String> saved) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("saved ")) {
                saved.add(line.substring("saved ".length()));
            }
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("it ended before it said '" + beginning + "'");
    }

    long id() {
        return process.pid();
    }

    /** Ends it as nothing else does: SIGKILL. What it said before is read first. */
    void kill(List<String> saved) throws IOException {
        // Process.destroyForcibly() would close the pipe too, and lose what is said last.
        process.toHandle().destroyForcibly();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("saved ")) {
                saved.add(line.substring("saved ".length()));
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
