package simmer.model.pytorch;

import java.util.ArrayList;
import java.util.List;

import simmer.spi.ModelException;
import simmer.spi.ModelTraits;
import simmer.spi.Sentiment;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/**
 * A model on a GPU, whose memory others may use too: a batch that it has no memory for is read in two halves, once. If a
 * half is too much as well, reading fails.
 */
final class SmallerBatches implements SentimentModel {

    private static final System.Logger LOGGER = System.getLogger(SmallerBatches.class.getName());
    private static final String OUT_OF_MEMORY = "out of memory";

    private final SentimentModel model;

    /** @param model closed by this */
    SmallerBatches(SentimentModel model) {
        this.model = model;
    }

    @Override
    public List<Sentiment> read(List<Utterance> batch) {
        try {
            return model.read(batch);
        } catch (ModelException e) {
            if (batch.size() == 1 || !String.valueOf(e.getMessage()).contains(OUT_OF_MEMORY)) {
                throw e;
            }
            LOGGER.log(System.Logger.Level.WARNING, "The GPU had no memory for {0} utterances at once, so half as many are"
                    + " tried; set max-batch or batch-tokens lower.", batch.size());
            List<Sentiment> sentiments = new ArrayList<>(model.read(batch.subList(0, batch.size() / 2)));
            sentiments.addAll(model.read(batch.subList(batch.size() / 2, batch.size())));
            return List.copyOf(sentiments);
        }
    }

    @Override
    public ModelTraits traits() {
        return model.traits();
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public String type() {
        return model.type();
    }

    @Override
    public void close() {
        model.close();
    }
}
