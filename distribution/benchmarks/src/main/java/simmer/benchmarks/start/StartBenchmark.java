package simmer.benchmarks.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

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

/** Starts fresh copies of a built Simmer one after the other; the last one idles for a while and then answers webhooks. */
@Command(name = "StartBenchmark", mixinStandardHelpOptions = true,
        description = "Measures a built Simmer's start, its memory, and its CPU time when idle.")
public final class StartBenchmark implements Callable<Integer> {

    private static final Duration NO_LIMIT = Duration.ofHours(1);
    private static final int CUSTOMERS = 8;
    private static final int TURNS = 10;
    private static final double MEGA = 1e6;

    @Option(names = "--image", paramLabel = "DIR", description = "A built Simmer (default: ${DEFAULT-VALUE}).")
    private Path image = Path.of("distribution/target/simmer");

    @Option(names = "--starts", paramLabel = "N", description = "Copies, each started once (default: ${DEFAULT-VALUE}).")
    private int starts = 10;

    @Option(names = "--webhooks", paramLabel = "N", description = "For the last copy (default: ${DEFAULT-VALUE}).")
    private int webhooks = 10_000;

    /** Until the JVM has compiled what the start called for. */
    private static final Duration SETTLES = Duration.ofSeconds(15);

    @Option(names = "--idle-seconds", paramLabel = "S", description = "For the last copy (default: ${DEFAULT-VALUE}).")
    private int idleSeconds = 30;

    private final List<Double> readySeconds = new ArrayList<>();
    private final List<Double> cpuSeconds = new ArrayList<>();
    private final List<Double> residentMegabytes = new ArrayList<>();

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
                try (FreshCopy copy = FreshCopy.of(image); Server server = server(copy, cognigy)) {
                    readySeconds.add(server.readySeconds());
                    cpuSeconds.add(server.cpuSeconds());
                    residentMegabytes.add(server.residentBytes() / MEGA);
                    if (start == starts - 1) {
                        report();
                        stay(server);
                    }
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private static Server server(FreshCopy copy, StandIn cognigy) throws IOException, InterruptedException {
        return new Servers(copy.image(), copy.image(), null, cognigy.baseUrl()).simmer();
    }

    private void report() {
        System.out.println("| what | median of " + starts + " | best | worst |\n| --- | --- | --- | --- |");
        row("start to ready, s", "%.2f", readySeconds);
        row("CPU time until ready, s", "%.2f", cpuSeconds);
        row("resident when ready, MB", "%.0f", residentMegabytes);
    }

    private static void row(String what, String format, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        System.out.printf("| %s | " + format + " | " + format + " | " + format + " |%n", what, median, sorted.getFirst(),
                sorted.getLast());
    }

    private void stay(Server server) throws IOException, InterruptedException {
        Thread.sleep(SETTLES);
        double before = server.cpuSeconds();
        Thread.sleep(Duration.ofSeconds(idleSeconds));
        System.out.printf("| CPU when idle, %% of a core, over %d s | %.2f | | |%n", idleSeconds,
                (server.cpuSeconds() - before) * 100 / idleSeconds);
        List<Conversation> conversations = new SyntheticCorpus("start", TURNS).webhooks(webhooks);
        before = server.cpuSeconds();
        Tally tally = new ClosedLoop(server.port(), CUSTOMERS).play(conversations, NO_LIMIT);
        System.out.printf("| CPU time a webhook of these, ms | %.2f | | |%n",
                (server.cpuSeconds() - before) * 1000 / tally.count());
        System.out.printf("| resident after %d webhooks, MB | %.0f | | |%n", tally.count(Outcome.GOOD),
                server.residentBytes() / MEGA);
    }
}
