package simmer.benchmarks.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import simmer.benchmarks.load.bare.BareLoop;
import simmer.benchmarks.load.bare.BareModel;
import simmer.benchmarks.load.corpus.RecordedCorpus;
import simmer.benchmarks.load.result.Findings;
import simmer.benchmarks.load.result.Goal;
import simmer.benchmarks.load.result.JsonReport;
import simmer.benchmarks.load.result.MarkdownReport;
import simmer.benchmarks.load.result.Pace;
import simmer.benchmarks.load.result.Row;

/** Has model folders read what customers said, on one thread, round by round in turn, so that all meet the same noise. */
@Command(name = "ModelsBenchmark", mixinStandardHelpOptions = true,
        description = "Measures the CPU time that models take for an utterance, each against the first.")
public final class ModelsBenchmark implements Callable<Integer> {

    private static final int TEXTS = 500;

    @Parameters(paramLabel = "NAME=DIR", arity = "1..*", description = "What a row is called, and a model's folder.")
    private Map<String, Path> folders = new LinkedHashMap<>();

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Recorded dialogues, *.jsonl.")
    private Path data = Path.of("");

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds, 1 or more (default: ${DEFAULT-VALUE}).")
    private int rounds = 7;

    @Option(names = "--seconds", paramLabel = "S", description = "Length of a window (default: ${DEFAULT-VALUE}).")
    private int seconds = 2;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The JSON file to write.")
    private Path out = Path.of("");

    private ModelsBenchmark() {
    }

    /** Exit code 0 when all was measured; 1 when something failed; 2 for a wrong command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ModelsBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        RecordedCorpus corpus = RecordedCorpus.of(data);
        List<String> texts = Stream.generate(corpus::next).flatMap(talk -> talk.utterances().stream()).limit(TEXTS).toList();
        Findings findings = new Findings();
        Map<String, BareModel> models = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Path> folder : folders.entrySet()) {
                models.put(folder.getKey(), new BareModel(folder.getValue()));
                findings.note(folder.getKey(),
                        "%.1f MB".formatted(Files.size(folder.getValue().resolve("model.onnx")) / 1e6));
            }
            for (int round = 0; round <= rounds; round++) {
                // The first only makes the code warm.
                measure(models, texts, round == 0 ? new Findings() : findings);
            }
        } finally {
            for (BareModel model : models.values()) {
                model.close();
            }
        }
        JsonReport.write(findings, out);
        System.out.println(MarkdownReport.of(findings));
        return CommandLine.ExitCode.OK;
    }

    private void measure(Map<String, BareModel> models, List<String> texts, Findings findings)
            throws InterruptedException {
        double first = 0;
        for (Map.Entry<String, BareModel> model : models.entrySet()) {
            Pace pace = new BareLoop(model.getValue(), 1, Duration.ofSeconds(seconds)).tokens(texts);
            first = first == 0 ? pace.cpuMillis() : first;
            findings.add(model.getKey(), pace);
            findings.add(new Row(model.getKey(), "CPU time an utterance ÷ the first's", new Goal.None()),
                    pace.cpuMillis() / first);
        }
    }
}
