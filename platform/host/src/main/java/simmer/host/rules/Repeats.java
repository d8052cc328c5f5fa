package simmer.host.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import simmer.spi.Utterance;

/**
 * Tells whether a customer has to say things again. Immutable, for use by any number of threads.
 * <p>
 * One turn repeats another if both hold the same numbers, and three quarters of the words that either holds stand in both
 * (the index of P. Jaccard, 1901). Courtesies and turns of waiting are known in all languages at once: they are short, and
 * mean nothing else in another language.
 */
public final class Repeats {

    private static final double LEAST_SHARED = 0.75;
    private static final int MAX_EARLIER = 20;

    private final List<Replies> replies;

    /** @param languages whose courtesies and turns of waiting are known */
    public Repeats(List<Language> languages) {
        replies = languages.stream().map(Replies::of).toList();
    }

    /**
     * Looks at the newest turn in the light of up to 20 before it. A first turn moves on, whatever it says.
     *
     * @param utterances the customer's, oldest first; may be empty
     */
    public Progress of(List<Utterance> utterances) {
        if (utterances.size() < 2) {
            return Progress.MOVES_ON;
        }
        List<Word> words = Words.of(utterances.getLast().text());
        if (words.isEmpty()) {
            return utterances.getLast().text().chars().anyMatch(sign -> "?!.…".indexOf(sign) >= 0)
                    ? Progress.WAITS
                    : Progress.MOVES_ON;
        }
        if (replies.stream().anyMatch(known -> known.waits(words))) {
            return Progress.WAITS;
        }
        List<Utterance> earlier = utterances.subList(Math.max(0, utterances.size() - 1 - MAX_EARLIER), utterances.size() - 1);
        Set<String> said = distinct(words);
        return !replies.stream().anyMatch(known -> known.isCourtesy(words))
                && earlier.stream().anyMatch(turn -> isRepeated(said, distinct(Words.of(turn.text()))))
                        ? Progress.REPEATS
                        : Progress.MOVES_ON;
    }

    /** Letters said twice are the same letter: the customer who repeats is often the one who shouts. */
    private static Set<String> distinct(List<Word> words) {
        Set<String> distinct = new HashSet<>();
        words.forEach(word -> distinct.add(Lexicon.squeeze(word.text())));
        return distinct;
    }

    private static boolean isRepeated(Set<String> newest, Set<String> earlier) {
        Set<String> shared = new HashSet<>(newest);
        shared.retainAll(earlier);
        int either = newest.size() + earlier.size() - shared.size();
        return shared.size() >= LEAST_SHARED * either && numbers(newest) == numbers(shared)
                && numbers(earlier) == numbers(shared);
    }

    private static long numbers(Set<String> words) {
        return words.stream().filter(word -> word.chars().anyMatch(Character::isDigit)).count();
    }

    /** A language's whole turns that say nothing. */
    private record Replies(Lexicon lexicon, PhraseSet courtesies, PhraseSet waiting) {

        static Replies of(Language language) {
            Vocabulary vocabulary = new Vocabulary(language);
            PhraseSet courtesies = new PhraseSet(vocabulary.phrases(language.courtesies()));
            PhraseSet waiting = new PhraseSet(vocabulary.phrases(language.waiting()));
            return new Replies(vocabulary.lexicon(), courtesies, waiting);
        }

        boolean isCourtesy(List<Word> words) {
            return says(courtesies, words);
        }

        boolean waits(List<Word> words) {
            return says(waiting, words);
        }

        /** Most turns show by their first word that they say more. */
        private boolean says(PhraseSet phrases, List<Word> words) {
            return phrases.canBegin(lexicon.read(words.subList(0, 1))) && phrases.covers(lexicon.read(words));
        }
    }
}
