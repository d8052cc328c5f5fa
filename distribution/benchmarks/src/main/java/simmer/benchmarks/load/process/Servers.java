package simmer.benchmarks.load.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import simmer.testkit.Ports;

/** Starts the servers that are compared, all with the same model and the same stand-in for Cognigy. */
public final class Servers {

    private static final String KEY = "the-key-of-the-load-harness";

    private final Path image;
    private final Path rivals;
    private final Optional<Path> weights;
    private final String cognigy;

    /**
     * @param image a built Simmer, whose model all others take
     * @param rivals the folder of the Python programs, with {@code .venv}
     * @param weights of the tutorial's program; if null they are random
     * @param cognigy base URL of who stands in for Cognigy
     */
    public Servers(Path image, Path rivals, @Nullable Path weights, String cognigy) {
        this.image = image.toAbsolutePath();
        this.rivals = rivals.toAbsolutePath();
        this.weights = Optional.ofNullable(weights).map(Path::toAbsolutePath);
        this.cognigy = cognigy;
    }

    /** The model's folder within the image. */
    public Path model() {
        return image.resolve("models/simmer-en");
    }

    /** Simmer as it ships, without Cognigy's limit of requests, and with nothing remembered from an earlier run. */
    public Server simmer() throws IOException, InterruptedException {
        return simmer(List.of());
    }

    /** The same with another configuration and the image's plugins. */
    public Server simmer(Path configuration) throws IOException, InterruptedException {
        return simmer(List.of("--config", configuration.toString(), "--plugins", image.resolve("plugins").toString()));
    }

    private Server simmer(List<String> options) throws IOException, InterruptedException {
        int port = Ports.free();
        int admin = Ports.free();
        List<String> command = new ArrayList<>(List.of(image.resolve("bin/simmer").toString(), "serve", "--data",
                Files.createTempDirectory("simmer-load-data-").toString()));
        command.addAll(options);
        return Server.start(command, Map.of(
                "SERVER_PORT", Integer.toString(port),
                "SERVER_SOCKETS_ADMIN_PORT", Integer.toString(admin),
                "SIMMER_ROUTER_COGNIGY_REQUESTS_dash_PER_dash_MINUTE", "unlimited",
                "COGNIGY_BASE_URL", cognigy, "COGNIGY_API_KEY", KEY), port, local(admin, "/observe/health/ready"));
    }

    /**
     * The strongest simple rival.
     *
     * @param workers its processes
     * @param threads threads of each for inference; 0 for none but the event loop's
     */
    public Server rival(int workers, int threads) throws IOException, InterruptedException {
        return python("rival:app", workers, Map.of("THREADS", Integer.toString(threads)));
    }

    /** The tutorial's program. */
    public Server tutorial() throws IOException, InterruptedException {
        return python("tutorial:app", 1, weights.map(file -> Map.of("WEIGHTS", file.toString())).orElse(Map.of()));
    }

    private Server python(String application, int workers, Map<String, String> more)
            throws IOException, InterruptedException {
        int port = Ports.free();
        List<String> command = List.of(rivals.resolve(".venv/bin/python").toString(), "-m", "uvicorn", application,
                "--app-dir", rivals.toString(), "--port", Integer.toString(port),
                "--workers", Integer.toString(workers), "--no-access-log", "--log-level", "warning");
        Map<String, String> environment = new HashMap<>(more);
        environment.put("MODEL", model().toString());
        environment.put("COGNIGY_BASE_URL", cognigy);
        environment.put("COGNIGY_API_KEY", KEY);
        return Server.start(command, environment, port, local(port, "/openapi.json"));
    }

    private static URI local(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
