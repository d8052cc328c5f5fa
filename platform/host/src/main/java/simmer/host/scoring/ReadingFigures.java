package simmer.host.scoring;

/**
 * What an operator sees of the readings.
 *
 * @param hits utterances asked for that were read before, or were about to be
 * @param misses utterances asked for that were not
 * @param evictions sentiments forgotten for want of memory
 * @param cacheBytes memory in use, as far as the bound is concerned
 * @param queuedUtterances that wait for the model
 * @param queuedTokens that wait for the model, as far as can be told from their length
 */
public record ReadingFigures(long hits, long misses, long evictions, long cacheBytes, int queuedUtterances,
        long queuedTokens) {

    /** Those of two models together. */
    ReadingFigures plus(ReadingFigures other) {
        return new ReadingFigures(hits + other.hits, misses + other.misses, evictions + other.evictions,
                cacheBytes + other.cacheBytes, queuedUtterances + other.queuedUtterances, queuedTokens + other.queuedTokens);
    }
}
