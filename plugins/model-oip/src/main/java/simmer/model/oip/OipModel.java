package simmer.model.oip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import simmer.model.djl.ModelPlan;
import simmer.spi.ModelTraits;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/** A sentiment model whose network runs on model servers. */
final class OipModel implements SentimentModel {

    private final String name;
    private final ModelPlan plan;
    private final Encoder encoder;
    private final Calls calls;
    private final Servers servers;

    /** What was opened is closed by this model. */
    OipModel(String name, ModelPlan plan, Encoder encoder, Calls calls, Servers servers) {
        this.name = name;
        this.plan = plan;
        this.encoder = encoder;
        this.calls = calls;
        this.servers = servers;
    }

    /**
     * Waits for a server, and looks after them all from then on; closes this if one can't be used.
     *
     * @throws simmer.spi.OptionException if a server's model is another than the configured one
     */
    void start(Duration wait) {
        try {
            servers.start(wait);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public ModelTraits traits() {
        return plan.traits();
    }

    @Override
    public Optional<String> outage() {
        return servers.outage();
    }

    @Override
    public List<Sentiment> read(List<Utterance> batch) {
        if (batch.isEmpty() || batch.size() > plan.traits().maxBatch()) {
            throw new IllegalArgumentException("a batch has 1 to " + plan.traits().maxBatch() + " utterances, not "
                    + batch.size());
        }
        Rows rows = encoder.encode(batch);
        List<float[]> logits = servers.infer(rows);
        return IntStream.range(0, rows.size()).mapToObj(row -> plan.sentiment(logits.get(row), rows.tokens(row))).toList();
    }

    @Override
    public void close() {
        servers.close();
        calls.close();
        encoder.close();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String type() {
        return OipModelProvider.KEY;
    }
}
