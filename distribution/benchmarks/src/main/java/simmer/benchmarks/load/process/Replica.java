package simmer.benchmarks.load.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import simmer.testkit.Ports;

/** A Simmer that can be started again and again at the same address, on the same data. */
public final class Replica {

    private final List<String> command;
    private final Map<String, String> environment;
    private final int port;
    private final URI administration;

    /**
     * @param image a built Simmer
     * @param data where it keeps its state
     * @param environment its configuration, beside the ports
     */
    public Replica(Path image, Path data, Map<String, String> environment) throws IOException {
        this.command = List.of(image.toAbsolutePath().resolve("bin/simmer").toString(), "serve", "--data", data.toString());
        this.port = Ports.free();
        int admin = Ports.free();
        this.administration = URI.create("http://127.0.0.1:" + admin);
        this.environment = new HashMap<>(environment);
        this.environment.put("SERVER_PORT", Integer.toString(port));
        this.environment.put("SERVER_SOCKETS_ADMIN_PORT", Integer.toString(admin));
    }

    /** Starts it and waits until it is ready. */
    public Server start() throws IOException, InterruptedException {
        return Server.start(command, environment, port, administration.resolve("/observe/health/ready"));
    }

    /** Where it takes webhooks, on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Where it tells what it counted. */
    public URI metrics() {
        return administration.resolve("/observe/metrics");
    }
}
