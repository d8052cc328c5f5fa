package simmer.model.oip;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import io.helidon.config.Config;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

import simmer.model.djl.ModelPlan;
import simmer.model.djl.NativeFolder;
import simmer.model.djl.TokenBatch;
import simmer.model.djl.UtteranceTokenizer;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;
import simmer.testkit.ModelContract;

/** The embedded model behind a server that gets words and makes tokens itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TextInputTest extends ModelContract {

    private static final String METADATA = """
            {"name": "simmer-en", "inputs": [{"name": "text", "datatype": "BYTES", "shape": [-1, 1]}],
             "outputs": [{"name": "logits", "datatype": "FP32", "shape": [-1, 3]}]}
            """;

    private final EmbeddedNetwork network = new EmbeddedNetwork();
    private final UtteranceTokenizer tokenizer = tokenizer();
    private final OipServer server = OipServer.start(network).on(OipServer.METADATA, Reply.json(METADATA))
            .on(OipServer.INFER, this::infer);
    private final SentimentModel model = Models.at("input: text\nmax-batch: 8", server);

    private static UtteranceTokenizer tokenizer() {
        try (NativeFolder _ = NativeFolder.open()) {
            return UtteranceTokenizer.open(ModelPlan.withoutNetwork(
                    new ReadingOptions(OipModelConfig.create(Config.empty()), EmbeddedNetwork.FOLDER), true, List.of()));
        }
    }

    private void infer(HttpExchange exchange) throws IOException, InterruptedException {
        try (JsonReader reader = Json.createReader(exchange.getRequestBody())) {
            // A server's tokenizer knows nothing of our utterances: nothing but white space is a text too.
            TokenBatch batch = tokenizer.encode(OipServer.texts(reader.readObject()).stream()
                    .map(text -> new Utterance(text.isBlank() ? "." : text)).toList());
            Map<String, long[]> inputs = Stream.of("input_ids", "attention_mask", "token_type_ids")
                    .collect(Collectors.toMap(input -> input, batch::values));
            OipServer.answerLogits(network.logits(inputs, batch.size())).to(exchange);
        }
    }

    @Override
    protected SentimentModel model() {
        return model;
    }

    @Override
    protected double batchTolerance() {
        return 1e-5;
    }

    @AfterAll
    void close() {
        model.close();
        server.close();
        tokenizer.close();
        network.close();
    }
}
