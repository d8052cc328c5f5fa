package simmer.benchmarks.load;

import static simmer.benchmarks.load.Party.RIVAL;
import static simmer.benchmarks.load.Party.SIMMER;
import static simmer.benchmarks.load.Party.TUTORIAL;
import static simmer.benchmarks.load.Speech.RECORDED;
import static simmer.benchmarks.load.Speech.SINGLE;
import static simmer.benchmarks.load.Speech.UNIQUE;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import simmer.benchmarks.load.result.Goal;
import simmer.benchmarks.load.result.Goal.AtLeast;
import simmer.benchmarks.load.result.Goal.AtMost;
import simmer.benchmarks.load.result.Row;

/** The rows that are measured once a round, and how each is made from the round's windows. */
final class Rows {

    private Rows() {
    }

    @FunctionalInterface
    interface Measured {
        double in(Round round) throws IOException, InterruptedException;
    }

    /** A row with the way to measure it. */
    record Measurement(Row row, Measured value) {
    }

    static List<Measurement> all() {
        List<Measurement> rows = new ArrayList<>();
        for (Speech speech : List.of(UNIQUE, RECORDED)) {
            rows.addAll(againstBare(speech));
        }
        rows.add(row("cpu.single", "CPU time a webhook ÷ bare loop's an utterance, unique, one turn", new Goal.None(),
                round -> round.closed(SIMMER, SINGLE, 8).cpuMillis() / round.bare(SINGLE).cpuMillis()));
        rows.addAll(againstRival(8));
        rows.addAll(againstRival(32));
        rows.addAll(againstTutorial());
        rows.addAll(latencies());
        return List.copyOf(rows);
    }

    private static List<Measurement> againstBare(Speech speech) {
        String key = speech.key();
        String name = speech.title();
        return List.of(
                row("cpu." + key, "CPU time a webhook ÷ bare loop's an utterance, " + name, new AtMost(1.3, 1.1),
                        round -> round.closed(SIMMER, speech, 8).cpuMillis() / round.bare(speech).cpuMillis()),
                row("cpu-text." + key, "same, the bare loop tokenizing too, " + name, new Goal.None(),
                        round -> round.closed(SIMMER, speech, 8).cpuMillis() / round.bareTexts(speech).cpuMillis()),
                row("rate-8." + key, "webhooks a second, 8 at once ÷ bare loop, " + name, new AtLeast(0.8, 0.95),
                        round -> round.closed(SIMMER, speech, 8).rate() / round.bare(speech).rate()),
                row("rate-32." + key, "webhooks a second, 32 at once ÷ bare loop, " + name, new AtLeast(0.8, 0.95),
                        round -> round.closed(SIMMER, speech, 32).rate() / round.bare(speech).rate()),
                row("rate-batch." + key, "webhooks a second, 32 at once ÷ bare loop at its best batch, " + name,
                        new Goal.None(),
                        round -> round.closed(SIMMER, speech, 32).rate() / round.bareBatch(speech).rate()));
    }

    private static List<Measurement> againstRival(int customers) {
        return List.of(
                row("rival-rate-" + customers, "webhooks a second ÷ rival's (d), " + customers + " at once, unique",
                        new AtLeast(1.2, 1.4), round -> round.closed(SIMMER, UNIQUE, customers).rate()
                                / round.closed(RIVAL, UNIQUE, customers).rate()),
                row("rival-p99-" + customers, "p99 ÷ rival's (d), " + customers + " at once, unique", new AtMost(1, 0.5),
                        round -> round.closed(SIMMER, UNIQUE, customers).p99Millis()
                                / round.closed(RIVAL, UNIQUE, customers).p99Millis()));
    }

    private static List<Measurement> againstTutorial() {
        return List.of(
                row("tutorial", "webhooks a second ÷ tutorial's program (c), ten turns, 8 at once", new AtLeast(30, 60),
                        round -> round.closed(SIMMER, UNIQUE, 8).rate() / round.closed(TUTORIAL, UNIQUE, 8).rate()),
                row("tutorial-java", "webhooks a second ÷ tutorial's pattern in Java (b), ten turns, 8 at once",
                        new Goal.None(), round -> round.closed(SIMMER, UNIQUE, 8).rate() / round.histories().rate()));
    }

    private static List<Measurement> latencies() {
        return List.of(
                row("alone-p50", "latency alone, p50 ÷ one bare inference", new AtMost(2, 1.3),
                        round -> round.closed(SIMMER, UNIQUE, 1).p50Millis() / round.inference().p50Millis()),
                row("alone-p99", "latency alone, p99 ÷ one bare inference", new AtMost(5, 3),
                        round -> round.closed(SIMMER, UNIQUE, 1).p99Millis() / round.inference().p50Millis()),
                row("history", "100 turns of history ÷ 1 turn, seen before, p50", new AtMost(1.3, 1.1),
                        round -> round.seen(101).p50Millis() / round.seen(2).p50Millis()),
                row("history-cpu", "same, CPU time", new Goal.None(),
                        round -> round.seen(101).cpuMillis() / round.seen(2).cpuMillis()),
                row("half-p99", "p99 at half of the capacity ÷ one bare inference", new AtMost(10, 5),
                        round -> round.half().p99Millis() / round.inference().p50Millis()));
    }

    private static Measurement row(String key, String title, Goal goal, Measured value) {
        return new Measurement(new Row(key, title, goal), value);
    }
}
