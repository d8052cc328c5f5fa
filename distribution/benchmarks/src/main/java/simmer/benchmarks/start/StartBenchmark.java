package simmer.benchmarks.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import simmer.benchmarks.load.corpus.Conversation;
import simmer.benchmarks.load.corpus.SyntheticCorpus;
import simmer.benchmarks.load.http.ClosedLoop;
import simmer.benchmarks.load.http.Outcome;
import simmer.benchmarks.load.http.StandIn;
import simmer.benchmarks.load.http.Tally;
import simmer.benchmarks.load.process.Server;
import simmer.benchmarks.load.process.Servers;

/**
 * Starts fresh copies of a built Simmer one after the other, in turn with the rivals if there are any; the last one idles for a
 * while and then answers webhooks.
 */
@Command(name = "StartBenchmark", mixinStandardHelpOptions = true,
        description = "Measures a built Simmer's start, its memory, and its CPU time when idle.")
public final class StartBenchmark implements Callable<Integer> {

    private static final Duration NO_LIMIT = Duration.ofHours(1);
    private static final int CUSTOMERS = 8;
    private static final int TURNS = 10;

    @Option(names = "--image", paramLabel = "DIR", description = "A built Simmer (default: ${DEFAULT-VALUE}).")
    private Path image = Path.of("distribution/target/simmer");

    @Option(names = "--starts", paramLabel = "N", description = "Copies, each started once (default: ${DEFAULT-VALUE}).")
    private int starts = 10;

    @Option(names = "--rivals", paramLabel = "DIR",
            description = "The Python programs, with .venv: started in turn with Simmer (default: none).")
    private @Nullable Path rivals;

    @Option(names = "--webhooks", paramLabel = "N", description = "For the last copy (default: ${DEFAULT-VALUE}).")
    private int webhooks = 10_000;

    /** Until the JVM has compiled what the start called for. */
    private static final Duration SETTLES = Duration.ofSeconds(15);

    @Option(names = "--idle-seconds", paramLabel = "S", description = "For the last copy (default: ${DEFAULT-VALUE}).")
    private int idleSeconds = 30;

    private final Starts simmers = new Starts("Simmer");
    private final Starts strongest = new Starts("rival (d), one worker");
    private final Starts tutorials = new Starts("tutorial (c)");

    private StartBenchmark() {
    }

    /** Exit code 0 when all was measured, whatever came out; 1 when something failed; 2 for a wrong command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StartBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (StandIn cognigy = StandIn.start()) {
            for (int start = 0; start < starts; start++) {
                if (rivals != null) {
                    startRivals(new Servers(image, rivals, null, cognigy.baseUrl()));
                }
                try (FreshCopy copy = FreshCopy.of(image);
                        Server server = new Servers(copy.image(), copy.image(), null, cognigy.baseUrl()).simmer()) {
                    simmers.add(server);
                    if (start == starts - 1) {
                        report();
                        stay(server);
                    }
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void startRivals(Servers servers) throws IOException, InterruptedException {
        try (Server server = servers.rival(1, 0)) {
            strongest.add(server);
        }
        try (Server server = servers.tutorial()) {
            tutorials.add(server);
        }
    }

    private void report() {
        System.out.println(Starts.HEAD);
        System.out.println(simmers.row(simmers));
        if (rivals != null) {
            System.out.println(strongest.row(simmers));
            System.out.println(tutorials.row(simmers));
        }
        System.out.println();
    }

    private void stay(Server server) throws IOException, InterruptedException {
        Thread.sleep(SETTLES);
        double before = server.cpuSeconds();
        Thread.sleep(Duration.ofSeconds(idleSeconds));
        System.out.printf("- CPU when idle, over %d s: %.2f %% of a core%n", idleSeconds,
                (server.cpuSeconds() - before) * 100 / idleSeconds);
        List<Conversation> conversations = new SyntheticCorpus("start", TURNS).webhooks(webhooks);
        before = server.cpuSeconds();
        Tally tally = new ClosedLoop(server.port(), CUSTOMERS).play(conversations, NO_LIMIT);
        System.out.printf("- after %d webhooks: %.0f MB resident; each took %.2f ms of CPU time%n",
                tally.count(Outcome.GOOD), server.residentBytes() / Starts.MEGA,
                (server.cpuSeconds() - before) * 1000 / tally.count());
    }
}
