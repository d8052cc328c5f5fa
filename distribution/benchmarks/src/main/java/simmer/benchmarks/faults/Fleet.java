package simmer.benchmarks.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import simmer.benchmarks.load.corpus.Webhook;
import simmer.benchmarks.load.process.Replica;
import simmer.benchmarks.load.process.Server;

/** The Simmers that customers talk to, and the database that they share, if they do. For one thread. */
final class Fleet implements AutoCloseable {

    private final Optional<Database> database;
    private final List<Replica> replicas = new ArrayList<>();
    private final List<Server> running = new ArrayList<>();

    private Fleet(Optional<Database> database) {
        this.database = database;
    }

    /**
     * Starts it and waits until all are ready.
     *
     * @param data an empty folder
     * @param configuration of each
     */
    static Fleet start(Options options, Path data, Map<String, String> configuration)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(configuration);
        Optional<Database> database = options.isShared()
                ? Optional.of(Database.start(data.resolve("postgres")))
                : Optional.empty();
        database.ifPresent(shared -> environment.putAll(shared.configuration()));
        Fleet fleet = new Fleet(database);
        try {
            for (int i = 0; i < options.replicas(); i++) {
                Replica replica = new Replica(options.image(), data.resolve("replica-" + i), environment);
                fleet.replicas.add(replica);
                fleet.running.add(replica.start());
            }
            return fleet;
        } catch (IOException | InterruptedException | RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    int size() {
        return replicas.size();
    }

    /** Where they take webhooks. */
    List<URI> webhooks() {
        return replicas.stream().map(replica -> URI.create("http://127.0.0.1:" + replica.port() + Webhook.PATH))
                .toList();
    }

    /** Where one tells what it counted; of the store all tell the same. */
    URI metrics() {
        return replicas.getFirst().metrics();
    }

    Server server(int index) {
        return running.get(index);
    }

    /** Kills one and starts it again. */
    void replace(int index) throws IOException, InterruptedException {
        running.get(index).kill();
        running.set(index, replicas.get(index).start());
    }

    /** @throws IllegalStateException if there is none */
    Database database() {
        return database.orElseThrow(() -> new IllegalStateException("each keeps its own store"));
    }

    @Override
    public void close() throws IOException {
        for (Server server : running) {
            server.close();
        }
        if (database.isPresent()) {
            database.get().close();
        }
    }
}
