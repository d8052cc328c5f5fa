package simmer.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What both commands take. */
final class LoadOptions {

    @Option(names = "--image", paramLabel = "DIR", description = "A built Simmer (default: ${DEFAULT-VALUE}).")
    private Path image = Path.of("distribution/target/simmer");

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Recorded dialogues, *.jsonl.")
    private Path data = Path.of("");

    @Option(names = "--rivals", paramLabel = "DIR",
            description = "The Python programs, with their .venv (default: ${DEFAULT-VALUE}).")
    private Path rivals = Path.of("distribution/benchmarks/rivals");

    @Option(names = "--rival", paramLabel = "WORKERSxTHREADS",
            description = "The rival's processes, and threads of each, such as 1x2 (default: the fastest of four).")
    private Optional<String> rival = Optional.empty();

    @Option(names = "--weights", paramLabel = "FILE",
            description = "The recipe's fp32 checkpoint for the tutorial's program. "
                    + "Without it the weights are random, which takes as long.")
    private @Nullable Path weights;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds, 1 or more (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--seconds", paramLabel = "S", description = "Length of a window (default: ${DEFAULT-VALUE}).")
    private double seconds = 2.5;

    @Option(names = "--warm-up", paramLabel = "S",
            description = "Load on Simmer before it counts (default: ${DEFAULT-VALUE}).")
    private double warmUpSeconds = 15;

    @Option(names = "--overload-seconds", paramLabel = "S",
            description = "How long three times the capacity is offered (default: ${DEFAULT-VALUE}).")
    private double overloadSeconds = 60;

    @Option(names = "--only", paramLabel = "ROW", split = ",", description = "Rows to measure, or what they begin with.")
    private List<String> only = List.of();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The JSON file to write.")
    private Path out = Path.of("");

    Path image() {
        return image;
    }

    Path data() {
        return data;
    }

    Path rivals() {
        return rivals;
    }

    Optional<String> rival() {
        return rival;
    }

    @Nullable
    Path weights() {
        return weights;
    }

    int rounds() {
        return rounds;
    }

    Duration window() {
        return duration(seconds);
    }

    Duration warmUp() {
        return duration(warmUpSeconds);
    }

    Duration overload() {
        return duration(overloadSeconds);
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    boolean wants(String row) {
        return only.isEmpty() || only.stream().anyMatch(row::startsWith);
    }

    Path out() {
        return out;
    }
}
