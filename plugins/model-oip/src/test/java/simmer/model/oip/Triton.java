package simmer.model.oip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Triton with the embedded model, started as the README says. */
final class Triton implements AutoCloseable {

    /** Names the Python that has what {@code server/requirements.txt} lists. */
    static final String PYTHON = "SIMMER_TRITON_PYTHON";

    private static final Path SCRIPT = Path.of(System.getProperty("simmer.serve", ""));
    private static final Path LOG = Path.of(System.getProperty("simmer.serve.log", ""));
    private static final int SECONDS_TO_STOP = 30;

    private final int port;
    private Process process;

    private Triton(int port) {
        this.port = port;
        process = start();
    }

    /** Starts one at a free port; it is ready some seconds later. */
    static Triton begin() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Triton(free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start() {
        try {
            return new ProcessBuilder(List.of(System.getenv(PYTHON), SCRIPT.toString(), EmbeddedNetwork.FOLDER.toString(),
                    "--port", Integer.toString(port))).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Kills it and all its processes. */
    void kill() {
        Stream.concat(process.descendants().toList().stream(), Stream.of(process.toHandle()))
                .forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    void restart() {
        process = start();
    }

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
                throw new AssertionError("Triton did not stop: see " + LOG);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
