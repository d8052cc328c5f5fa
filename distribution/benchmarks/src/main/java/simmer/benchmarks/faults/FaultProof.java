package simmer.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Has many sessions talk to built Simmers while a third of the calls to Cognigy fail and trouble strikes again and again,
 * and holds what webhooks were answered against what reached the stand-in.
 */
@Command(name = "FaultProof", mixinStandardHelpOptions = true,
        description = "Proves what a built Simmer promises while Cognigy fails and trouble strikes.")
public final class FaultProof implements Callable<Integer> {

    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(3);
    private static final int LONGEST_PAUSE_MILLIS = 50;
    /** No strike after this share of the answers, so that each has work to interrupt. */
    private static final double LAST_STRIKE = 0.98;

    @Mixin
    private Options options = new Options();

    private FaultProof() {
    }

    /** Exit code 0 when every promise was kept; 1 when one was broken or the run failed; 2 for a wrong command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FaultProof()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("simmer-faults-");
        try (UnrulyCognigy cognigy = UnrulyCognigy.start(options.seed())) {
            try (Fleet fleet = Fleet.start(options, data, configuration(cognigy));
                    Customer customer = new Customer(fleet.webhooks(), cognigy)) {
                ProofReport report = prove(fleet, customer, cognigy);
                report.write(options.out());
                System.out.println(report.markdown());
                return report.isKept() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
            }
        } finally {
            delete(data);
        }
    }

    private Map<String, String> configuration(UnrulyCognigy cognigy) {
        return Map.of("COGNIGY_BASE_URL", cognigy.baseUrl(), "COGNIGY_API_KEY", "the-key-of-the-fault-proof",
                "SIMMER_ROUTER_COGNIGY_REQUESTS_dash_PER_dash_MINUTE", Integer.toString(options.budget()),
                // Else a session that got angry once would have nothing more to send.
                "SIMMER_POLICY_ONLY_dash_RISES_dash_AFTER_dash_HANDOVER", "false",
                // Else the end would wait for the few that failed many times in a row.
                "SIMMER_DELIVERY_MAX_dash_BACKOFF", "PT5S");
    }

    private ProofReport prove(Fleet fleet, Customer customer, UnrulyCognigy cognigy)
            throws IOException, InterruptedException {
        Random random = new Random(options.seed());
        long began = System.nanoTime();
        Crowd crowd = Crowd.rehearsed(options.webhooks() / Script.TURNS, random, customer);
        customer.nanos().reset();
        cognigy.misbehave(true);
        Progress progress = new Progress();
        Thread playing = Thread.ofVirtual().start(() -> play(crowd, customer, progress));
        int strikes = 0;
        for (int answers : answersBeforeStrikes(random)) {
            if (progress.await(answers)) {
                Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
                options.troubles().get(strikes % options.troubles().size()).strike(fleet, random);
                strikes++;
            }
        }
        playing.join();
        cognigy.misbehave(false);
        boolean drained = Quiet.await(fleet.metrics(), cognigy, LONGEST_DRAIN);
        Verdict verdict = Verdict.of(crowd.talks(), cognigy.arrivals(), options.budget());
        return new ProofReport(options, crowd.talks(), cognigy.arrivals(), verdict, customer, strikes, drained,
                Duration.ofNanos(System.nanoTime() - began));
    }

    private void play(Crowd crowd, Customer customer, Progress progress) {
        try {
            crowd.play(customer, options.customers(), progress);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Integer> answersBeforeStrikes(Random random) {
        return random.ints(options.times(), 1, (int) (options.webhooks() * LAST_STRIKE)).sorted().boxed().toList();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
