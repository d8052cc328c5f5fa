package simmer.model.djl;

import java.util.ArrayList;
import java.util.List;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;

import simmer.spi.ModelException;
import simmer.spi.ModelTraits;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/**
 * A sentiment model that one of DJL's engines runs: one network and one tokenizer for all threads, and for each call the
 * arrays of its own.
 */
public final class DjlSentimentModel implements SentimentModel {

    private final String name;
    private final String type;
    private final ModelPlan plan;
    private final Model network;
    private final UtteranceTokenizer tokenizer;
    private final LogitsTranslator translator;

    private DjlSentimentModel(String name, String type, ModelPlan plan, Model network, UtteranceTokenizer tokenizer,
            List<String> inputs) {
        this.name = name;
        this.type = type;
        this.plan = plan;
        this.network = network;
        this.tokenizer = tokenizer;
        translator = new LogitsTranslator(inputs);
    }

    /**
     * Opens the tokenizer, and proves on the shortest and the longest text that all fits together.
     *
     * @param name the instance's name
     * @param type the plugin's key
     * @param network loaded; from now on closed here, also when this fails
     * @param inputs the network's inputs, in its order
     * @throws simmer.spi.OptionException if the model can't be used
     */
    public static DjlSentimentModel open(String name, String type, ModelPlan plan, Model network,
            List<String> inputs) {
        try {
            UtteranceTokenizer tokenizer = UtteranceTokenizer.open(plan);
            DjlSentimentModel model = new DjlSentimentModel(name, type, plan, network, tokenizer, inputs);
            try {
                model.prove();
                return model;
            } catch (ModelException e) {
                tokenizer.close();
                throw ModelFolder.broken(plan.folder().network(), "can't be used: " + e.getMessage());
            } catch (RuntimeException e) {
                tokenizer.close();
                throw e;
            }
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private void prove() {
        read(List.of(new Utterance("hello")));
        Utterance longest = new Utterance("hello ".repeat(plan.traits().maxTokens()));
        read(List.of(longest));
        if (plan.traits().maxBatch() > 1) {
            read(List.of(longest, new Utterance("hello")));
        }
        proveVocabulary();
    }

    /** What {@code config.json} says of the vocabulary may be wrong, so the network itself is asked. */
    private void proveVocabulary() {
        try {
            logits(TokenBatch.of(plan.largestToken()));
        } catch (ModelException e) {
            throw ModelFolder.broken(plan.folder().tokenizer(), "belongs to another model: its tokens go up to "
                    + plan.largestToken() + ", with which the network fails (" + e.getMessage() + ")");
        }
    }

    @Override
    public ModelTraits traits() {
        return plan.traits();
    }

    @Override
    public List<Sentiment> read(List<Utterance> batch) {
        if (batch.isEmpty() || batch.size() > plan.traits().maxBatch()) {
            throw new IllegalArgumentException("a batch has 1 to " + plan.traits().maxBatch() + " utterances, not "
                    + batch.size());
        }
        TokenBatch tokens = tokenizer.encode(batch);
        List<float[]> logits = logits(tokens);
        List<Sentiment> sentiments = new ArrayList<>(batch.size());
        for (int row = 0; row < tokens.size(); row++) {
            sentiments.add(plan.sentiment(logits.get(row), tokens.tokens(row)));
        }
        return List.copyOf(sentiments);
    }

    private List<float[]> logits(TokenBatch tokens) {
        try (Predictor<TokenBatch, List<float[]>> predictor = network.newPredictor(translator)) {
            return predictor.predict(tokens);
        } catch (TranslateException e) {
            if (e.getCause() instanceof ModelException ours) {
                throw ours;
            }
            throw new ModelException("the engine failed: " + EngineFailure.words(e), e);
        }
    }

    @Override
    public void close() {
        tokenizer.close();
        network.close();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String type() {
        return type;
    }
}
