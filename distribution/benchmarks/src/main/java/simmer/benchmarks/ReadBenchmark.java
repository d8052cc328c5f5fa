package simmer.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import simmer.model.onnx.OnnxModelProvider;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/**
 * What it costs to read the utterances of a short conversation, one at a time on one thread, for one or more model folders:
 * {@code -p model=FOLDER,OTHER}. The time is for all eight utterances together.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadBenchmark {

    private static final List<List<Utterance>> CONVERSATION = List.of("hi", "where is my parcel", "it was due on Monday",
            "the tracking page still says that it has left the warehouse, since three days", "still nothing!!",
            "this is ridiculous, nobody there can tell me anything", "I want to talk to a human", "thanks")
            .stream().map(text -> List.of(new Utterance(text))).toList();

    /** The model's folder. */
    @Param("models/simmer-en")
    public String model = "";

    private SentimentModel reader;

    /** Opens the model. */
    @Setup(Level.Trial)
    public void open() {
        Map<String, String> options = Map.of("path", Path.of(model).toAbsolutePath().toString(), "threads", "1");
        reader = new OnnxModelProvider().create(Config.just(ConfigSources.create(options)), "onnx");
    }

    /** Closes it. */
    @TearDown(Level.Trial)
    public void close() {
        reader.close();
    }

    /** Reads the conversation; the sum keeps the compiler from leaving a read out. */
    @Benchmark
    public double conversation() {
        double negative = 0;
        for (List<Utterance> utterance : CONVERSATION) {
            for (Sentiment sentiment : reader.read(utterance)) {
                negative += sentiment.negative();
            }
        }
        return negative;
    }
}
