package simmer.host.scoring;

import java.time.Duration;

/**
 * Bounds of reading.
 *
 * @param within most of an answer's time that reading may take
 * @param maxQueuedTokens most tokens that wait for the model
 * @param cacheBytes memory for sentiments of utterances that were read
 */
public record ReadingLimits(Duration within, long maxQueuedTokens, long cacheBytes) {
}
