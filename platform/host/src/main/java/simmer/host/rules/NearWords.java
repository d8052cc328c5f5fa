package simmer.host.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the word that somebody meant who slipped once: two letters swapped, one left out, doubled or wrong. Words that
 * differ by a letter left out are found by leaving it out on both sides (the symmetric deletes of W. Garbe, 2012).
 * <p>
 * A slip lies within a word: another first or last letter makes another word or another form of it.
 */
final class NearWords {

    private static final int LEAST_LETTERS = 5;
    private static final int LEAST_LETTERS_WITH_ONE_WRONG = 6;
    private static final int MAX_LETTERS = 24;

    private final Map<String, List<String>> shortened = new HashMap<>();

    NearWords(List<String> words) {
        for (String word : words) {
            if (word.length() >= LEAST_LETTERS && word.length() <= MAX_LETTERS && word.chars().allMatch(Character::isLetter)) {
                shortened.computeIfAbsent(word, w -> new ArrayList<>()).add(word);
                for (int i = 0; i < word.length(); i++) {
                    shortened.computeIfAbsent(without(word, i), w -> new ArrayList<>()).add(word);
                }
            }
        }
    }

    /** The first word that is one slip away; absent if there is none. */
    Optional<String> meant(String typed) {
        if (typed.length() < LEAST_LETTERS - 1 || typed.length() > MAX_LETTERS) {
            return Optional.empty();
        }
        Optional<String> omitted = among(typed, typed);
        for (int i = 0; i < typed.length() && omitted.isEmpty(); i++) {
            omitted = among(without(typed, i), typed);
        }
        return omitted;
    }

    private Optional<String> among(String form, String typed) {
        for (String word : shortened.getOrDefault(form, List.of())) {
            if (isOneSlip(word, typed)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    static boolean isOneSlip(String word, String typed) {
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
                && (wrong + typedWrong == 1 || word.length() >= LEAST_LETTERS_WITH_ONE_WRONG);
    }

    private static String without(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }
}
