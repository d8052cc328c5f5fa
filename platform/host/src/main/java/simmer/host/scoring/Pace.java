package simmer.host.scoring;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import simmer.spi.ModelTraits;
import simmer.spi.Utterance;

/**
 * How quickly a model reads, learned from what it has read: what predicts waits. Counts in tokens, for a long utterance
 * costs as much as many short ones. For use by any number of threads.
 */
final class Pace {

    /** About so many of the last reads make the mean. */
    private static final int MEAN_OVER = 32;
    private static final long FIXED_POINT = 1_000;
    /** An English token has about four characters; corrected with the first reads. */
    private static final long CHARACTERS_A_TOKEN = 4;
    /** Those that mark the beginning and the end. */
    private static final int SPECIAL_TOKENS = 2;

    private final int threads;
    private final int maxTokens;
    private final AtomicLong nanosPerToken = new AtomicLong();
    private final AtomicLong tokensPerCharacter = new AtomicLong(FIXED_POINT / CHARACTERS_A_TOKEN);

    Pace(ModelTraits traits) {
        threads = traits.threads();
        maxTokens = traits.maxTokens();
    }

    /** How many tokens an utterance will have: the tokenizer knows, but is native code and costs time itself. */
    int estimate(Utterance utterance) {
        long tokens = SPECIAL_TOKENS + utterance.text().length() * tokensPerCharacter.get() / FIXED_POINT;
        return (int) Math.min(tokens, maxTokens);
    }

    /** How long it takes to read so many tokens with all threads. */
    Duration toRead(long tokens) {
        return Duration.ofNanos(tokens * nanosPerToken.get() / FIXED_POINT / threads);
    }

    /** One thread read so much in so long. */
    void record(long tokens, Duration took) {
        long sample = took.toNanos() * FIXED_POINT / tokens;
        nanosPerToken.updateAndGet(mean -> mean == 0 ? sample : mean + (sample - mean) / MEAN_OVER);
    }

    /** An utterance turned out to have so many tokens. */
    void learn(Utterance utterance, int tokens) {
        int characters = utterance.text().length();
        // What was cut says nothing about length; special tokens would mislead for the shortest.
        if (tokens < maxTokens && tokens > SPECIAL_TOKENS) {
            long sample = (tokens - SPECIAL_TOKENS) * FIXED_POINT / characters;
            tokensPerCharacter.updateAndGet(mean -> mean + (sample - mean) / MEAN_OVER);
        }
    }
}
