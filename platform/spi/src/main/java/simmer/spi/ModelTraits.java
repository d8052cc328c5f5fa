package simmer.spi;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * What a model can do and wants; the host keeps within it.
 *
 * @param identity changes whenever the same text may be read differently: a digest of the model's files and of what is done
 *        to text; empty if the model can't tell, then nothing that it read outlives the process
 * @param threads platform threads that may read at once, 1 or more
 * @param batches how it likes utterances together
 * @param maxTokens most tokens of an utterance that count, 1 or more
 * @param languages the languages it reads, as primary tags ({@code en}); empty means any
 */
public record ModelTraits(String identity, int threads, Batches batches, int maxTokens, Set<String> languages) {

    /** @throws IllegalArgumentException if a number is under 1 */
    public ModelTraits {
        if (threads < 1 || maxTokens < 1) {
            throw new IllegalArgumentException("a model's threads and tokens are 1 or more");
        }
        languages = Set.copyOf(languages);
    }

    /**
     * Traits of a model that can't tell its identity, and takes batches without further wishes.
     *
     * @param maxBatch most utterances in one call, 1 or more
     */
    public ModelTraits(int threads, int maxBatch, int maxTokens, Set<String> languages) {
        this("", threads, new Batches(maxBatch, Integer.MAX_VALUE, Duration.ZERO), maxTokens, languages);
    }

    /** Most utterances in one call. */
    public int maxBatch() {
        return batches.rows();
    }

    /**
     * Whether the model reads a language.
     *
     * @param tag such as {@code en}, {@code en-GB} or {@code en_GB}, in any case; empty (not said) counts as read
     */
    public boolean reads(String tag) {
        String primary = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return languages.isEmpty() || primary.isEmpty() || languages.contains(primary);
    }
}
