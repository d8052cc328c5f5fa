package simmer.benchmarks.backends;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import simmer.benchmarks.load.corpus.Conversation;
import simmer.benchmarks.load.corpus.Corpus;
import simmer.benchmarks.load.corpus.RecordedCorpus;
import simmer.benchmarks.load.corpus.SyntheticCorpus;
import simmer.benchmarks.load.http.ClosedLoop;
import simmer.benchmarks.load.http.Outcome;
import simmer.benchmarks.load.http.StandIn;
import simmer.benchmarks.load.http.Tally;
import simmer.benchmarks.load.process.Server;
import simmer.benchmarks.load.process.Servers;
import simmer.benchmarks.load.result.Findings;
import simmer.benchmarks.load.result.JsonReport;
import simmer.benchmarks.load.result.MarkdownReport;
import simmer.benchmarks.load.result.Pace;

/** Measures one Simmer for each configuration file, round by round in turn, so that all meet the same noise. */
@Command(name = "BackendsBenchmark", mixinStandardHelpOptions = true,
        description = "Measures a built Simmer with several configurations, such as one for each model backend.")
public final class BackendsBenchmark implements Callable<Integer> {

    /** More webhooks a second than any backend here answers. */
    private static final int MOST_A_SECOND = 4000;
    private static final int TURNS = 10;
    private static final int WARMING_CUSTOMERS = 8;

    @Parameters(paramLabel = "NAME=FILE", arity = "1..*", description = "What a row is called, and its configuration.")
    private Map<String, Path> configurations = new LinkedHashMap<>();

    @Option(names = "--image", paramLabel = "DIR",
            description = "A built Simmer with the plugins that the configurations name (default: ${DEFAULT-VALUE}).")
    private Path image = Path.of("distribution/target/simmer");

    @Option(names = "--customers", paramLabel = "N", split = ",", description = "At once (default: ${DEFAULT-VALUE}).")
    private List<Integer> customers = List.of(1, 8, 32);

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds, 1 or more (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--seconds", paramLabel = "S", description = "Length of a window (default: ${DEFAULT-VALUE}).")
    private int seconds = 5;

    @Option(names = "--warm-up", paramLabel = "S", description = "Load before it counts (default: ${DEFAULT-VALUE}).")
    private int warmUp = 10;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The JSON file to write.")
    private Path out = Path.of("");

    @Option(names = "--data", paramLabel = "DIR",
            description = "Recorded dialogues, *.jsonl: their decisions are compared before anything is measured.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--dialogues", paramLabel = "N", description = "How many of them (default: ${DEFAULT-VALUE}).")
    private int dialogues = 100;

    private final Corpus corpus = new SyntheticCorpus("backends", TURNS);
    private final Map<String, Server> running = new LinkedHashMap<>();

    private BackendsBenchmark() {
    }

    /** Exit code 0 when all was measured, whatever came out; 1 when something failed; 2 for a wrong command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BackendsBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Findings findings = new Findings();
        try (StandIn cognigy = StandIn.start()) {
            start(new Servers(image, image, null, cognigy.baseUrl()), findings);
            compare(findings);
            for (int round = 1; round <= rounds; round++) {
                for (int count : customers) {
                    measure(count, findings);
                }
            }
            for (Map.Entry<String, Server> entry : running.entrySet()) {
                findings.note(entry.getKey() + " at the end",
                        "%d MB resident".formatted(entry.getValue().residentBytes() >> 20));
            }
        } finally {
            for (Server server : running.values()) {
                server.close();
            }
        }
        findings.note("Cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        JsonReport.write(findings, out);
        System.out.println(MarkdownReport.of(findings));
        return CommandLine.ExitCode.OK;
    }

    private void start(Servers servers, Findings findings) throws IOException, InterruptedException {
        for (Map.Entry<String, Path> entry : configurations.entrySet()) {
            Server server = servers.simmer(entry.getValue());
            running.put(entry.getKey(), server);
            findings.note(entry.getKey() + " is ready after", "%.2f s".formatted(server.readySeconds()));
            // What is late while the code is cold doesn't count.
            load(server, WARMING_CUSTOMERS, Duration.ofSeconds(warmUp));
        }
    }

    private void compare(Findings findings) throws IOException, InterruptedException {
        if (data.isEmpty()) {
            return;
        }
        RecordedCorpus recorded = RecordedCorpus.of(data.get());
        List<Conversation> talks = Stream.generate(recorded::next).limit(dialogues).toList();
        List<Judgement> first = List.of();
        for (Map.Entry<String, Server> entry : running.entrySet()) {
            List<Judgement> judged = Judgement.of(talks, entry.getValue().port());
            if (first.isEmpty()) {
                first = judged;
            }
            findings.note(entry.getKey() + " decides", Judgement.agreement(first, judged));
        }
    }

    private void measure(int count, Findings findings) throws IOException, InterruptedException {
        for (Map.Entry<String, Server> entry : running.entrySet()) {
            findings.add("%s, %d at once".formatted(entry.getKey(), count),
                    play(entry.getValue(), count, Duration.ofSeconds(seconds)));
        }
    }

    /** @throws IOException if any webhook had no good answer: then the figures mean nothing */
    private Pace play(Server server, int count, Duration time) throws IOException, InterruptedException {
        double cpuBefore = server.cpuSeconds();
        Tally tally = load(server, count, time);
        if (tally.count(Outcome.GOOD) < tally.count()) {
            throw new IOException("of %d webhooks %d were answered without a score and %d failed".formatted(tally.count(),
                    tally.count(Outcome.DEGRADED), tally.count(Outcome.FAILED)));
        }
        return new Pace(tally.rate(), (server.cpuSeconds() - cpuBefore) * 1000 / tally.count(),
                tally.millis(Outcome.GOOD, 50), tally.millis(Outcome.GOOD, 99));
    }

    private Tally load(Server server, int count, Duration time) throws IOException, InterruptedException {
        return new ClosedLoop(server.port(), count)
                .play(corpus.webhooks((int) (MOST_A_SECOND * time.toSeconds()) + count * TURNS), time);
    }
}
