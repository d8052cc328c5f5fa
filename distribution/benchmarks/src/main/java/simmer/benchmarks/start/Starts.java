package simmer.benchmarks.start;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import simmer.benchmarks.load.process.Server;
import simmer.benchmarks.load.result.Series;

/** What the starts of one program took, round by round. For one thread. */
final class Starts {

    static final String HEAD = """
            | medians (least to most) | start to ready, s | CPU time until ready, s | resident when ready, MB | Simmer's start ÷ this |
            | --- | --- | --- | --- | --- |""";
    static final double MEGA = 1e6;

    private final String program;
    private final List<Double> readySeconds = new ArrayList<>();
    private final List<Double> cpuSeconds = new ArrayList<>();
    private final List<Double> residentMegabytes = new ArrayList<>();

    Starts(String program) {
        this.program = program;
    }

    /** Adds one that is ready this moment. */
    void add(Server server) {
        readySeconds.add(server.readySeconds());
        cpuSeconds.add(server.cpuSeconds());
        residentMegabytes.add(server.residentBytes() / MEGA);
    }

    /** @param simmers of the same rounds */
    String row(Starts simmers) {
        List<Double> ratios = IntStream.range(0, readySeconds.size())
                .mapToObj(round -> simmers.readySeconds.get(round) / readySeconds.get(round)).toList();
        return "| %s | %s | %s | %s | %.2f |".formatted(program, cell("%.2f", readySeconds), cell("%.2f", cpuSeconds),
                cell("%.0f", residentMegabytes), new Series(ratios).median());
    }

    private static String cell(String format, List<Double> values) {
        Series series = new Series(values);
        return (format + " (" + format + " to " + format + ")").formatted(series.median(), series.min(), series.max());
    }
}
