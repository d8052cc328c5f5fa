package simmer.host.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import simmer.spi.Batches;
import simmer.spi.ModelTraits;
import simmer.spi.Utterance;

/** What each thread reads before the first customer comes: the first inference of a shape plans it and takes the memory. */
final class WarmUp {

    private static final String WORD = "hello ";
    private static final int SHORTEST = 8;

    private WarmUp() {
    }

    /** Batches of one and of as many as go together, at every power of two of tokens up to the longest. */
    static List<List<Utterance>> of(ModelTraits traits) {
        List<List<Utterance>> batches = new ArrayList<>();
        for (int tokens = SHORTEST; tokens < 2 * traits.maxTokens(); tokens *= 2) {
            int width = Math.min(tokens, traits.maxTokens());
            Utterance utterance = new Utterance(WORD.repeat(width));
            batches.add(List.of(utterance));
            int rows = rows(traits.batches(), width);
            if (rows > 1) {
                batches.add(Collections.nCopies(rows, utterance));
            }
        }
        return batches;
    }

    private static int rows(Batches batches, int width) {
        return Math.min(batches.rows(), batches.tokens() / width);
    }
}
