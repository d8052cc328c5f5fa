package simmer.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import simmer.benchmarks.load.process.Server;
import simmer.benchmarks.load.result.Findings;
import simmer.benchmarks.load.result.Goal;
import simmer.benchmarks.load.result.JsonReport;
import simmer.benchmarks.load.result.MarkdownReport;
import simmer.benchmarks.load.result.Pace;
import simmer.benchmarks.load.result.Row;

/** Sends webhooks in which nothing is said twice, for long, and watches what Simmer holds on to. */
@Command(name = "SoakBenchmark", mixinStandardHelpOptions = true,
        description = "Watches a built Simmer's memory over many webhooks with unique texts.")
public final class SoakBenchmark implements Callable<Integer> {

    private static final Duration NO_LIMIT = Duration.ofHours(10);
    private static final int CUSTOMERS = 8;
    private static final int STEPS = 20;
    private static final double MIB = 1024 * 1024;
    /** The share of the webhooks after which Simmer counts as warm. */
    private static final double WARM = 0.25;

    @Mixin
    private LoadOptions options = new LoadOptions();

    @Option(names = "--webhooks", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int webhooks = 200_000;

    private SoakBenchmark() {
    }

    /** Exit code 0 when all was measured, whatever came out; 1 when something failed; 2 for a wrong command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SoakBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Findings findings = new Findings();
        try (Bench bench = new Bench(options, findings)) {
            soak(bench);
        }
        findings.note("Machine", Machine.words());
        JsonReport.write(findings, options.out());
        System.out.println(MarkdownReport.of(findings));
        return CommandLine.ExitCode.OK;
    }

    private void soak(Bench bench) throws IOException, InterruptedException {
        Server simmer = bench.server(Party.SIMMER);
        double warmLive = 0;
        double warmResident = 0;
        System.out.printf("| webhooks | a second | resident MiB |%n| --- | --- | --- |%n");
        for (int step = 1; step <= STEPS; step++) {
            Pace pace = bench.play(simmer, CUSTOMERS, bench.conversations(Speech.UNIQUE, webhooks / STEPS), NO_LIMIT);
            bench.findings().add("Simmer, 8 at once, unique", pace);
            double resident = simmer.residentBytes() / MIB;
            System.out.printf("| %d | %.0f | %.1f |%n", step * (webhooks / STEPS), pace.rate(), resident);
            bench.findings().add(new Row("soak.resident", "resident memory over time, MiB", new Goal.None()), resident);
            if (step == STEPS * WARM) {
                warmResident = resident;
                warmLive = live(simmer, bench.findings());
            }
            if (step == STEPS) {
                bench.findings().note("Growth after a quarter of the webhooks", "live heap %+.1f MiB, resident %+.1f MiB"
                        .formatted(live(simmer, bench.findings()) - warmLive, resident - warmResident));
            }
        }
    }

    /** Forces a full collection, which also gives memory back: only twice, for in service nothing forces one. */
    private static double live(Server simmer, Findings findings) throws IOException, InterruptedException {
        double live = simmer.jvm().liveHeapBytes() / MIB;
        findings.add(new Row("soak.live", "live heap when warm and at the end, MiB", new Goal.None()), live);
        return live;
    }
}
