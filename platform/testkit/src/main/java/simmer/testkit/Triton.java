package simmer.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real model server: Triton on loopback, with one of our models, started as {@code plugins/model-oip/README.md} says. For
 * tests that are skipped where the environment variable {@value #PYTHON} names no Python that has it.
 */
public final class Triton implements AutoCloseable {

    /** The environment variable that names a Python with what {@code plugins/model-oip/server/requirements.txt} lists. */
    public static final String PYTHON = "SIMMER_TRITON_PYTHON";

    /** Why a test that needs it is skipped. */
    public static final String NOT_INSTALLED = "no Triton is installed: plugins/model-oip/README.md says how, and .ci/run does it";

    /** How long to wait until it is ready: it may have to start more than once, on a machine that is busy. */
    public static final Duration LONGEST_START = Duration.ofMinutes(3);

    private static final int SECONDS_TO_STOP = 40;

    private final List<String> command;
    private final Path log;
    private final int port;
    private Process process;

    private Triton(Path script, Path model, Path log, int port) {
        this.command = List.of(System.getenv(PYTHON), script.toString(), model.toString(), "--port", Integer.toString(port));
        this.log = log;
        this.port = port;
        process = start();
    }

    /**
     * Starts one at a free port; it is ready some seconds later.
     *
     * @param script {@code plugins/model-oip/server/serve.py}
     * @param model the model's folder, whose name is the model's at the server
     * @param log takes what it says
     */
    public static Triton start(Path script, Path model, Path log) {
        return new Triton(script, model, log, Ports.free());
    }

    private Process start() {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends it and all its processes without warning. */
    public void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    /** Starts it anew, at the same port, once its processes have left that. */
    public void restart() {
        Await.until("port " + port + " is free", () -> Ports.isFree(port));
        process = start();
    }

    /** Asks it to stop, and waits for that. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        awaitEnd();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Triton did not stop: see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
