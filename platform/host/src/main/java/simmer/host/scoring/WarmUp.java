package simmer.host.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import simmer.spi.Batches;
import simmer.spi.ModelTraits;
import simmer.spi.Utterance;

/**
 * What each thread reads before the first customer comes: the first inference of a shape plans it and takes the memory. On a
 * CPU that costs a shape 0.1 to 0.4 ms once, alone or in company, whatever was read before (ONNX Runtime 1.21, the shipped
 * model), while a batch of the longest costs 50: there one batch shows the way, and others come as they come. A model that
 * waits for its batches to fill is read in full ones of each width.
 */
final class WarmUp {

    private static final String WORD = "hello ";
    private static final int SHORTEST = 8;

    private WarmUp() {
    }

    /** One utterance at every power of two of tokens up to the longest, and as many as go together where that is needed. */
    static List<List<Utterance>> of(ModelTraits traits) {
        List<List<Utterance>> batches = new ArrayList<>();
        for (int tokens = SHORTEST; tokens < 2 * traits.maxTokens(); tokens *= 2) {
            int width = Math.min(tokens, traits.maxTokens());
            Utterance utterance = new Utterance(WORD.repeat(width));
            batches.add(List.of(utterance));
            int rows = rows(traits.batches(), width);
            if (rows > 1 && (tokens == SHORTEST || traits.batches().linger().isPositive())) {
                batches.add(Collections.nCopies(rows, utterance));
            }
        }
        return batches;
    }

    private static int rows(Batches batches, int width) {
        return Math.min(batches.rows(), batches.tokens() / width);
    }
}
