package simmer.host.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

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
    private static final int BASE = 31;
    private static final int[] POWERS = IntStream.iterate(1, power -> power * BASE).limit(MAX_LETTERS).toArray();

    private final Set<String> chosen;
    /** Words by the hashes of their forms: what a hash finds by chance is no slip and falls out. */
    private final Map<Integer, List<String>> byForm = new HashMap<>();

    /**
     * @param words any, in the order in which they are preferred
     * @param chosen those that count with 5 letters or more
     */
    NearWords(List<String> words, Set<String> chosen) {
        this.chosen = Set.copyOf(chosen);
        for (String word : words) {
            boolean fits = word.length() >= leastLetters(word) && word.length() <= MAX_LETTERS;
            if (fits && word.chars().allMatch(Character::isLetter)) {
                for (int form : forms(word)) {
                    byForm.computeIfAbsent(form, _ -> new ArrayList<>()).add(word);
                }
            }
        }
    }

    /** The first word that is one slip away; absent if there is none. */
    Optional<String> meant(String typed) {
        if (typed.length() < LEAST_LETTERS_IF_CHOSEN || typed.length() > MAX_LETTERS) {
            return Optional.empty();
        }
        for (int form : forms(typed)) {
            for (String word : byForm.getOrDefault(form, List.of())) {
                if (isOneSlip(word, typed)) {
                    return Optional.of(word);
                }
            }
        }
        return Optional.empty();
    }

    /** The hashes of a word, and of what is left of it without each of its letters in turn, though that is never made. */
    private static int[] forms(String word) {
        int length = word.length();
        int[] forms = new int[length + 1];
        int behind = 0;
        for (int i = length - 1; i >= 0; i--) {
            forms[i + 1] = behind;
            behind += word.charAt(i) * POWERS[length - 1 - i];
        }
        forms[0] = behind;
        int before = 0;
        for (int i = 0; i < length; i++) {
            forms[i + 1] += before * POWERS[length - 1 - i];
            before = before * BASE + word.charAt(i);
        }
        return forms;
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

}
