package simmer.benchmarks.strategies;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

import simmer.model.onnx.OnnxModelProvider;
import simmer.spi.SentimentModel;

/**
 * Prints the table of the strategies, what the blend does when one of its options is changed, and the knots of its
 * calibration; leaves all of it as JSON too. Arguments: the folder of the dialogues; optionally the folder for what is
 * written, where readings are kept too.
 */
public final class CompareStrategies {

    private static final Path MODEL = Path.of("models/simmer-en");
    private static final Path CONFIGURATION = Path.of("distribution/src/main/image/conf/simmer.yaml");
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 1);
    private static final Bootstrap NO_INTERVALS = new Bootstrap(0, 1);
    private static final List<Map<String, String>> CHANGES = Stream.of(
            changed("heat", "0", "0.4", "0.5", "0.7", "1"), changed("factor", "0.3", "0.5", "0.6", "0.8", "0.9"),
            changed("retain", "0.5", "0.6", "0.8", "0.9"), changed("cooling", "0", "0.5"),
            changed("neutral", "0", "0.3", "0.4", "0.6"), changed("full-length", "1", "20", "30", "60"))
            .flatMap(options -> options).toList();

    private CompareStrategies() {
    }

    /** Runs it, from the repository's root. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("Usage: CompareStrategies DIALOGUES [OUT]");
            System.exit(2);
        }
        Path out = Files.createDirectories(Path.of(arguments.length > 1
                ? arguments[1]
                : "distribution/benchmarks/target/strategies"));
        PrintStream screen = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Dialogues dialogues = read(Path.of(arguments[0]), out);

        List<Strategy> strategies = new ArrayList<>(Strategies.all());
        Config shipped = Config.just(ConfigSources.file(CONFIGURATION)).get("simmer.scoring");
        strategies.add(Strategies.configured("**as shipped**", shipped));
        List<Row> rows = strategies.stream().map(strategy -> Row.measure(strategy, dialogues, BOOTSTRAP)).toList();
        screen.println(Report.markdown(rows, true));

        List<Row> changed = Stream.concat(Stream.of(Map.<String, String>of()), CHANGES.stream())
                .map(options -> Row.measure(Strategies.shipped("blend", options), dialogues, NO_INTERVALS)).toList();
        screen.println("\n" + Report.markdown(changed, false));
        screen.println("\nblend: " + Report.knots(changed.getFirst().fit()));

        Files.writeString(out.resolve("strategies.json"), Report.json(rows));
        Files.writeString(out.resolve("blend-changed.json"), Report.json(changed));
    }

    private static Stream<Map<String, String>> changed(String option, String... values) {
        return Stream.of(values).map(value -> Map.of(option, value));
    }

    private static Dialogues read(Path folder, Path out) {
        Map<String, String> options = Map.of("path", MODEL.toAbsolutePath().toString(), "threads", "1");
        try (SentimentModel model = new OnnxModelProvider().create(Config.just(ConfigSources.create(options)), "onnx");
                Readings readings = new Readings(out.resolve("readings.tsv"), model)) {
            return Dialogues.read(folder, readings);
        }
    }
}
