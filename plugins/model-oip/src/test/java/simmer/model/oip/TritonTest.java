package simmer.model.oip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;
import simmer.testkit.Await;
import simmer.testkit.ModelContract;
import simmer.testkit.Triton;

/** The embedded model behind a real Triton. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(named = Triton.PYTHON, matches = ".+", disabledReason = Triton.NOT_INSTALLED)
final class TritonTest extends ModelContract {

    private final Triton triton = Triton.start(Path.of(System.getProperty("simmer.serve", "")),
            EmbeddedNetwork.FOLDER, Path.of(System.getProperty("simmer.serve.log", "")));
    private final SentimentModel model = Models.create("""
            {urls: ["%s"], max-batch: 8, wait-at-start: %s, probe-every: PT0.2S}""".formatted(triton.url(),
            Triton.LONGEST_START));

    @Override
    protected SentimentModel model() {
        return model;
    }

    /** The server reads each row alone. */
    @Override
    protected double batchTolerance() {
        return 1e-9;
    }

    @AfterAll
    void close() {
        model.close();
        triton.close();
    }

    @Test
    void itReadsAsItDidWhereItWasMade() throws Exception {
        Parity.assertReads(model);
    }

    @Test
    void aServerThatIsKilledIsAnOutageUntilItIsBack() {
        Sentiment before = read("still nothing");
        triton.kill();
        Await.until("the outage is noticed", () -> model.outage().isPresent());
        triton.restart();
        Await.until("it is back", Triton.LONGEST_START, () -> model.outage().isEmpty());
        assertThat(read("still nothing")).isEqualTo(before);
    }

    private Sentiment read(String text) {
        return model.read(List.of(new Utterance(text))).getFirst();
    }
}
