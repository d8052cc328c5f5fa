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
        List<Utterance> earlier = utterances.subList(Math.max(0, utterances.size() - 1 - MAX_EARLIER),
                utterances.size() - 1);
        Set<String> said = new HashSet<>();
        words.forEach(word -> said.add(comparable(word)));
        return earlier.stream().anyMatch(turn -> isRepeated(said, Words.of(turn.text())))
                && replies.stream().noneMatch(known -> known.isCourtesy(words)) ? Progress.REPEATS : Progress.MOVES_ON;
    }

    /** Letters said twice are the same letter: the customer who repeats is often the one who shouts. */
    private static String comparable(Word word) {
        return Lexicon.squeeze(word.text());
    }

    /** Most turns are told apart by their first few words: with so many that are foreign, too few can be shared. */
    private static boolean isRepeated(Set<String> newest, List<Word> earlier) {
        double mostForeign = newest.size() * (1 - LEAST_SHARED) / LEAST_SHARED;
        Set<String> shared = new HashSet<>();
        Set<String> foreign = new HashSet<>();
        for (Word word : earlier) {
            String text = comparable(word);
            if (newest.contains(text)) {
                shared.add(text);
            } else if (isNumber(text) || (foreign.add(text) && foreign.size() > mostForeign)) {
                return false;
            }
        }
        return shared.size() >= LEAST_SHARED * (newest.size() + foreign.size())
                && newest.stream().allMatch(text -> !isNumber(text) || shared.contains(text));
    }

    private static boolean isNumber(String word) {
        return word.chars().anyMatch(Character::isDigit);
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
