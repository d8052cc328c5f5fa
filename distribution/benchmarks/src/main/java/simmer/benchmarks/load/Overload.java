package simmer.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import simmer.benchmarks.load.corpus.Webhook;
import simmer.benchmarks.load.http.OpenLoop;
import simmer.benchmarks.load.http.Outcome;
import simmer.benchmarks.load.http.Tally;
import simmer.benchmarks.load.process.Server;
import simmer.benchmarks.load.result.Findings;
import simmer.benchmarks.load.result.Goal;
import simmer.benchmarks.load.result.Pace;
import simmer.benchmarks.load.result.Row;

/**
 * Three times what Simmer can do, without a pause; cut into as many parts as there are rounds. Every webhook opens a
 * session, so that each asks for one inference: one left unscored would be made up for by the session's next.
 */
final class Overload {

    static final String KEY = "overload";

    static final Row GOOD = new Row("overload.good", "three times the capacity offered: good answers ÷ capacity",
            new Goal.AtLeast(0.9, 0.97));
    static final Row DEGRADED = new Row("overload.degraded",
            "three times the capacity offered: the rest is answered degraded "
                    + "within, p99, ms",
            new Goal.AtMost(50, 20));
    static final Row SLOWEST_GOOD = new Row("overload.good-p99", "three times the capacity offered: p99 of good answers, ms",
            new Goal.None());
    static final Row FAILED = new Row("overload.failed",
            "three times the capacity offered: answered otherwise or not at all",
            new Goal.AtMost(0, 0));

    private static final double TIMES = 3;
    private static final int CUSTOMERS = 32;

    private final Bench bench;

    Overload(Bench bench) {
        this.bench = bench;
    }

    void measure() throws IOException, InterruptedException {
        Server simmer = bench.server(Party.SIMMER);
        Pace capacity = bench.load(Party.SIMMER, Speech.SINGLE, CUSTOMERS);
        bench.findings().add("Simmer, 32 at once, unique, one turn, before the overload", capacity);
        Duration interval = Duration.ofNanos(Math.round(1e9 / (TIMES * capacity.rate())));
        int count = Math.toIntExact(bench.options().overload().dividedBy(interval));
        List<Webhook> webhooks = bench.conversations(Speech.SINGLE, count).stream()
                .map(conversation -> conversation.webhooks().getFirst()).toList();
        double cpuBefore = simmer.cpuSeconds();
        List<Tally> parts = OpenLoop.overload(simmer.port()).play(webhooks, interval, bench.options().rounds());
        double cpuSeconds = simmer.cpuSeconds() - cpuBefore;
        Pace after = bench.load(Party.SIMMER, Speech.SINGLE, CUSTOMERS);
        bench.findings().add("Simmer, 32 at once, unique, one turn, after the overload", after);
        report(parts, (capacity.rate() + after.rate()) / 2, cpuSeconds);
    }

    private void report(List<Tally> parts, double capacity, double cpuSeconds) {
        Findings findings = bench.findings();
        double seconds = parts.stream().mapToDouble(Tally::seconds).sum();
        findings.note("Overload", "%.0f webhooks a second offered for %.0f s, Simmer took %.2f cores".formatted(
                parts.stream().mapToLong(Tally::count).sum() / seconds, seconds, cpuSeconds / seconds));
        for (Tally part : parts) {
            findings.add(GOOD, part.rate() / capacity);
            findings.add(DEGRADED, part.millis(Outcome.DEGRADED, 99));
            findings.add(SLOWEST_GOOD, part.millis(Outcome.GOOD, 99));
            findings.add(FAILED, (double) part.count(Outcome.FAILED));
        }
    }
}
