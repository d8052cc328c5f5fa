package simmer.spi;

import java.util.Locale;
import java.util.Set;

/**
 * What a model can do and wants; the host keeps within it.
 *
 * @param threads platform threads that may read at once, 1 or more
 * @param maxBatch most utterances in one call, 1 or more
 * @param maxTokens most tokens of an utterance that count, 1 or more
 * @param languages the languages it reads, as primary tags ({@code en}); empty means any
 */
public record ModelTraits(int threads, int maxBatch, int maxTokens, Set<String> languages) {

    /** @throws IllegalArgumentException if a number is under 1 */
    public ModelTraits {
        if (threads < 1 || maxBatch < 1 || maxTokens < 1) {
            throw new IllegalArgumentException("a model's threads, batch and tokens are 1 or more");
        }
        languages = Set.copyOf(languages);
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
