package simmer.host.rules;

import java.util.ArrayList;
import java.util.List;

/** Signs that people put in the place of letters: to hide a word from filters, or from children. */
final class Mask {

    private static final String HIDING = "*#%&@$!";
    private static final int MAX_RUN = 8;
    private static final int SHORT = 4;
    private static final String ALIKE = "@$!0134578";
    private static final String LETTERS = "asioieastb";

    private Mask() {
    }

    /** How many signs in a row, from a place on, could hide letters; of a long row, its beginning. */
    static int run(String text, int from) {
        int end = from;
        while (end < Math.min(text.length(), from + MAX_RUN) && HIDING.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end - from;
    }

    /**
     * Whether signs after a letter hide letters: <i>f***</i>, <i>f#ck</i>, <i>f@#$</i>; but <i>sh!t</i> and <i>a$$</i> are
     * letters that look alike, and <i>now!!</i> is a shout.
     */
    static boolean hidesLetters(String text, int from, int run, boolean beforeLetter) {
        if (run == 0) {
            return false;
        }
        char first = text.charAt(from);
        boolean mixed = text.substring(from, from + run).chars().anyMatch(sign -> sign != first);
        return first == '*' || (mixed && first != '!') || ("#%&".indexOf(first) >= 0 && (run > 1 || beforeLetter));
    }

    /** Whether a sign is read as a letter: <i>@gent</i>, <i>a$$hole</i>, but only within a word <i>b!tch</i>. */
    static boolean standsForLetter(String text, int at, boolean withinWord) {
        char sign = text.charAt(at);
        if (sign != '@' && sign != '$' && (sign != '!' || !withinWord)) {
            return false;
        }
        int end = at + 1;
        while (end < Math.min(text.length(), at + MAX_RUN) && text.charAt(end) == sign) {
            end++;
        }
        return end < text.length() && Character.isLetter(text.charAt(end)) && (sign != '!' || end == at + 1);
    }

    /** The word with digits and signs read as the letters that they look like; as it was if it has none. */
    static String unmasked(String word) {
        StringBuilder letters = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            int alike = ALIKE.indexOf(word.charAt(i));
            if (alike >= 0) {
                letters.setCharAt(i, LETTERS.charAt(alike));
            }
        }
        return letters.toString();
    }

    /**
     * The ways to hide letters of a word, its first one never: <i>f*</i>, <i>f*k</i>, <i>fu*</i>, …. A third of a word over
     * four letters is shown, else it could be any.
     */
    static List<String> maskings(String word) {
        List<String> maskings = new ArrayList<>();
        for (int head = 1; head < word.length(); head++) {
            for (int tail = 0; head + tail < word.length(); tail++) {
                if (word.length() <= SHORT || (head + tail) * 3 >= word.length()) {
                    maskings.add(word.substring(0, head) + "*" + word.substring(word.length() - tail));
                }
            }
        }
        return maskings;
    }
}
