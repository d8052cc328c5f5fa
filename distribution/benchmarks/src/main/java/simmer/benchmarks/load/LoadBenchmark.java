package simmer.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import simmer.benchmarks.load.result.Findings;
import simmer.benchmarks.load.result.JsonReport;
import simmer.benchmarks.load.result.MarkdownReport;

/** Measures Simmer beside the bare model and its rivals, round after round, and prints what it found. */
@Command(name = "LoadBenchmark", mixinStandardHelpOptions = true,
        description = "Measures a built Simmer under load, beside the bare model and its rivals.")
public final class LoadBenchmark implements Callable<Integer> {

    @Mixin
    private LoadOptions options = new LoadOptions();

    private LoadBenchmark() {
    }

    /** Exit code 0 when all was measured, whatever came out; 1 when something failed; 2 for a wrong command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LoadBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Findings findings = new Findings();
        long start = System.nanoTime();
        try (Bench bench = new Bench(options, findings)) {
            for (int round = 1; round <= options.rounds(); round++) {
                System.err.printf("round %d of %d, after %d s%n", round, options.rounds(), seconds(start));
                round(bench);
            }
            if (options.wants(Overload.KEY)) {
                System.err.printf("overload, after %d s%n", seconds(start));
                new Overload(bench).measure();
            }
            if (options.wants(MemoryUse.HELD)) {
                new MemoryUse(bench).held();
            }
        }
        findings.note("Machine", Machine.words());
        findings.note("Run", "%d rounds, windows of %.1f s, %d s in all".formatted(options.rounds(),
                options.window().toMillis() / 1e3, seconds(start)));
        JsonReport.write(findings, options.out());
        System.out.println(MarkdownReport.of(findings));
        return CommandLine.ExitCode.OK;
    }

    private void round(Bench bench) throws Exception {
        Round round = new Round(bench);
        List<Rows.Measurement> wanted = Rows.all().stream()
                .filter(measurement -> options.wants(measurement.row().key())).toList();
        for (Rows.Measurement measurement : wanted) {
            bench.findings().add(measurement.row(), measurement.value().in(round));
        }
        if (options.wants(MemoryUse.ALLOCATED)) {
            new MemoryUse(bench).allocated();
        }
    }

    private static long seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }
}
