package simmer.benchmarks.faults;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Option;

/** What {@link FaultProof} takes. */
final class Options {

    @Option(names = "--image", paramLabel = "DIR", description = "A built Simmer (default: ${DEFAULT-VALUE}).")
    private Path image = Path.of("distribution/target/simmer");

    @Option(names = "--webhooks", paramLabel = "N",
            description = "How many, of 10 turns a session (default: ${DEFAULT-VALUE}).")
    private int webhooks = 5000;

    @Option(names = "--trouble", paramLabel = "WHAT", split = ",",
            description = "What strikes, in turn: ${COMPLETION-CANDIDATES} (default: KILL).")
    private List<Trouble> troubles = List.of(Trouble.KILL);

    @Option(names = "--times", paramLabel = "N", description = "How often it strikes (default: ${DEFAULT-VALUE}).")
    private int times = 20;

    @Option(names = "--replicas", paramLabel = "N",
            description = "How many Simmers; several share a PostgreSQL (default: ${DEFAULT-VALUE}).")
    private int replicas = 1;

    @Option(names = "--postgres", description = "Has a single one use PostgreSQL too.")
    private boolean postgres;

    @Option(names = "--seed", paramLabel = "N", description = "What chance begins with (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--budget", paramLabel = "N", description = "Calls a minute (default: ${DEFAULT-VALUE}).")
    private int budget = 1200;

    @Option(names = "--customers", paramLabel = "N", description = "Webhooks at once (default: ${DEFAULT-VALUE}).")
    private int customers = 24;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The JSON file to write.")
    private Path out = Path.of("");

    Path image() {
        return image;
    }

    int webhooks() {
        return webhooks;
    }

    List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    int times() {
        return times;
    }

    int replicas() {
        return replicas;
    }

    /** Whether the store is a PostgreSQL. */
    boolean isShared() {
        return postgres || replicas > 1;
    }

    long seed() {
        return seed;
    }

    int budget() {
        return budget;
    }

    int customers() {
        return customers;
    }

    Path out() {
        return out;
    }
}
