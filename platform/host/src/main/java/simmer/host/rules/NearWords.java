package simmer.host.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the word that somebody meant who slipped once: two letters swapped, one left out, doubled or wrong. Words that
 * differ by a letter left out are found by leaving it out on both sides (the symmetric deletes of W. Garbe, 2012).
 * <p>
 * A slip lies within a word: another first or last letter makes another word or another form of it. In a word of under
 * eight letters it makes another word too easily (<i>prices</i>, <i>regards</i>), so those are chosen one by one. A wrong
 * letter takes a word one letter longer.
 */
final class NearWords {

    private static final int LEAST_LETTERS = 8;
    private static final int LEAST_LETTERS_IF_CHOSEN = 5;
    private static final int MAX_LETTERS = 24;

    private final Set<String> chosen;
    private final Map<String, List<String>> shortened = new HashMap<>();

    /**
     * @param words any, in the order in which they are preferred
     * @param chosen those that count with 5 letters or more
     */
    NearWords(List<String> words, Set<String> chosen) {
        this.chosen = Set.copyOf(chosen);
        for (String word : words) {
            boolean fits = word.length() >= leastLetters(word) && word.length() <= MAX_LETTERS;
            if (fits && word.chars().allMatch(Character::isLetter)) {
                shortened.computeIfAbsent(word, w -> new ArrayList<>()).add(word);
                for (int i = 0; i < word.length(); i++) {
                    shortened.computeIfAbsent(without(word, i), w -> new ArrayList<>()).add(word);
                }
            }
        }
    }

    /** The first word that is one slip away; absent if there is none. */
    Optional<String> meant(String typed) {
        if (typed.length() < LEAST_LETTERS_IF_CHOSEN || typed.length() > MAX_LETTERS) {
            return Optional.empty();
        }
        Optional<String> meant = among(typed, typed);
        for (int i = 0; i < typed.length() && meant.isEmpty(); i++) {
            meant = among(without(typed, i), typed);
        }
        return meant;
    }

    private Optional<String> among(String form, String typed) {
        for (String word : shortened.getOrDefault(form, List.of())) {
            if (isOneSlip(word, typed)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private boolean isOneSlip(String word, String typed) {
        int head = 0;
        int shorter = Math.min(word.length(), typed.length());
        while (head < shorter && word.charAt(head) == typed.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && word.charAt(word.length() - 1 - tail) == typed.charAt(typed.length() - 1 - tail)) {
            tail++;
        }
        int wrong = word.length() - head - tail;
        int typedWrong = typed.length() - head - tail;
        if (wrong == 2 && typedWrong == 2) {
            return word.charAt(head) == typed.charAt(head + 1) && word.charAt(head + 1) == typed.charAt(head);
        }
        boolean within = head > 0 && tail > 0;
        return within && wrong + typedWrong <= 2 && wrong <= 1 && typedWrong <= 1
                && (wrong + typedWrong == 1 || word.length() > leastLetters(word));
    }

    private int leastLetters(String word) {
        return chosen.contains(word) ? LEAST_LETTERS_IF_CHOSEN : LEAST_LETTERS;
    }

    private static String without(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }
}
