package simmer.host.scoring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;

import simmer.host.scoring.Reading.Result;
import simmer.spi.Utterance;

/**
 * Every utterance is read once: who asks for one that was read, or is about to be, shares that reading. Kept are sentiments
 * by the keyed hash of their text, never the text. What failed is forgotten at once. For use by any number of threads.
 */
final class Readings {

    /** A key, a reading that ended, its sentiment, and the cache's own node: 200 to 241, measured with a million of them. */
    private static final int BYTES_EACH = 256;

    private final TextKeys keys;
    private final ReadingQueue queue;
    private final Pace pace;
    private final Cache<TextKey, Reading> cache;

    /** @param cacheBytes memory for what was read; past that the least useful is forgotten */
    Readings(String modelIdentity, ReadingQueue queue, Pace pace, long cacheBytes) {
        this.keys = new TextKeys(modelIdentity);
        this.queue = queue;
        this.pace = pace;
        // A load that fails is Caffeine's to log, message and all: so loads don't fail, they end in a result. Its upkeep is
        // done by who calls, for that is less work than to wake another thread at each turn.
        this.cache = Caffeine.newBuilder().maximumWeight(cacheBytes).weigher((_, _) -> BYTES_EACH).recordStats()
                .executor(Runnable::run).build();
    }

    /**
     * Asks for an utterance; {@link #leave} must follow.
     *
     * @param until when it must have been read, by {@link System#nanoTime()}
     * @return a reading that ended, is under way, or was refused
     */
    Asked ask(Utterance utterance, Lane lane, long until) {
        TextKey key = keys.of(utterance);
        Reading fresh = new Reading();
        while (true) {
            Reading reading = cache.get(key, _ -> fresh);
            if (reading.join(until)) {
                Asked asked = new Asked(key, reading);
                if (reading == fresh) {
                    queue(asked, utterance, lane, until);
                } else if (lane == Lane.NEWEST && !reading.isEnded()) {
                    queue.hurry(reading);
                }
                return asked;
            }
            cache.asMap().remove(key, reading);
        }
    }

    private void queue(Asked asked, Utterance utterance, Lane lane, long until) {
        asked.reading().ifNotRead(() -> cache.asMap().remove(asked.key(), asked.reading()));
        if (!queue.offer(new Waiting(asked.reading(), utterance, pace.estimate(utterance)), lane, until)) {
            asked.reading().end(new Result.Refused());
        }
    }

    /** Waits no more for what was asked. */
    void leave(Asked asked) {
        if (asked.reading().leave()) {
            queue.drop(asked.reading());
            cache.asMap().remove(asked.key(), asked.reading());
        }
    }

    ReadingFigures figures() {
        CacheStats stats = cache.stats();
        ReadingQueue.Depth depth = queue.depth();
        return new ReadingFigures(stats.hitCount(), stats.missCount(), stats.evictionCount(),
                cache.policy().eviction().orElseThrow().weightedSize().orElseThrow(), depth.utterances(), depth.tokens());
    }

    /**
     * An utterance that was asked for.
     *
     * @param reading shared with others who ask for the same
     */
    record Asked(TextKey key, Reading reading) {
    }
}
