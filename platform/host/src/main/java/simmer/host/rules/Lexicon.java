package simmer.host.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import simmer.host.rules.Word.Pause;

/** Reads words as one language: finds the word that was meant behind hurry, play and slips of the pen. */
final class Lexicon {

    private static final int[] UNKNOWN = {};

    private final Map<String, int[]> symbols = new HashMap<>();
    private final Map<String, List<String>> spellings = new HashMap<>();
    private final Map<String, String> squeezed = new HashMap<>();
    private final Map<String, String> masked = new HashMap<>();
    private final Map<String, Integer> prefixes;
    private final int[] prefixLengths;
    private final NearWords near;

    /**
     * @param words the symbol of each word
     * @param prefixes the symbol of each beginning of words
     * @param spellings what a word stands for
     * @param masked words whose letters may be hidden
     * @param targets words that a slip of the pen may have been meant for, if they are long
     * @param slips those for which this holds though they are short
     */
    Lexicon(Map<String, Integer> words, Map<String, Integer> prefixes, Map<String, String> spellings,
            List<String> masked, List<String> targets, Set<String> slips) {
        this.prefixes = Map.copyOf(prefixes);
        this.prefixLengths = prefixes.keySet().stream().mapToInt(String::length).distinct().sorted().toArray();
        words.forEach((word, symbol) -> symbols.put(word, withPrefixes(symbol, word)));
        spellings.forEach((typed, meant) -> this.spellings.put(typed, Words.of(meant).stream().map(Word::text).toList()));
        words.keySet().stream().sorted().forEach(word -> squeezed.putIfAbsent(squeeze(word), word));
        spellings.keySet().stream().sorted().forEach(word -> squeezed.putIfAbsent(squeeze(word), word));
        for (String word : masked) {
            Mask.maskings(word).forEach(masking -> this.masked.putIfAbsent(masking, word));
        }
        this.near = new NearWords(targets, slips);
    }

    Reading read(List<Word> words) {
        List<int[]> read = new ArrayList<>(words.size());
        List<Pause> pauses = new ArrayList<>(words.size());
        for (Word word : words) {
            List<String> meant = meant(word);
            for (int i = 0; i < meant.size(); i++) {
                read.add(symbols(meant.get(i)));
                pauses.add(i == 0 ? word.before() : Pause.NONE);
            }
        }
        return new Reading(read, pauses);
    }

    private int[] symbols(String word) {
        int[] known = symbols.get(word);
        return known == null ? withPrefixes(-1, word) : known;
    }

    private int[] withPrefixes(int symbol, String word) {
        int[] found = new int[prefixLengths.length + 1];
        int size = 0;
        if (symbol >= 0) {
            found[size++] = symbol;
        }
        for (int length : prefixLengths) {
            Integer prefix = length <= word.length() ? prefixes.get(word.substring(0, length)) : null;
            if (prefix != null) {
                found[size++] = prefix;
            }
        }
        return size == 0 ? UNKNOWN : Arrays.copyOf(found, size);
    }

    /** The words that one stands for: itself, if nothing better is known. */
    private List<String> meant(Word word) {
        String text = word.text();
        return exactly(text).or(() -> unmasked(text)).or(() -> drawnOut(text))
                .or(() -> word.spelledOut() ? Optional.of(segments(text)) : Optional.empty())
                .or(() -> symbols(text).length > 0 ? Optional.of(List.of(text)) : near.meant(text).map(List::of))
                .orElseGet(() -> List.of(text));
    }

    private Optional<List<String>> exactly(String text) {
        List<String> spelled = spellings.get(text);
        if (spelled != null) {
            return Optional.of(spelled);
        }
        return symbols.containsKey(text) ? Optional.of(List.of(text)) : Optional.empty();
    }

    /** The word that this one draws out: <i>pleaaase</i>, and <i>too</i> where only <i>to</i> is known. */
    private Optional<List<String>> drawnOut(String text) {
        String meant = squeezed.get(squeeze(text));
        return meant != null && isDrawnOut(text, meant) ? exactly(meant) : Optional.empty();
    }

    private static boolean isDrawnOut(String text, String word) {
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            if (at < word.length() && word.charAt(at) == text.charAt(i)) {
                at++;
            } else if (i == 0 || text.charAt(i) != text.charAt(i - 1) || !Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return at == word.length();
    }

    private Optional<List<String>> unmasked(String text) {
        String hidden = masked.get(text);
        if (hidden != null) {
            return Optional.of(List.of(hidden));
        }
        if (text.endsWith("*")) { // WhatsApp's *bold*
            return exactly(text.substring(0, text.length() - 1));
        }
        String letters = Mask.unmasked(text);
        return letters.equals(text) || text.chars().noneMatch(Character::isLetter)
                ? Optional.empty()
                : exactly(letters).or(() -> drawnOut(letters))
                        .or(() -> exactly(Mask.unmasked(text.replace('1', 'l'))));
    }

    /** Cuts letters that were written apart into known words, the longest first; letters between them are dropped. */
    private List<String> segments(String text) {
        List<String> segments = new ArrayList<>();
        for (int from = 0; from < text.length();) {
            int to = text.length();
            while (to > from && !symbols.containsKey(text.substring(from, to))) {
                to--;
            }
            if (to > from) {
                segments.add(text.substring(from, to));
            }
            from = Math.max(to, from + 1);
        }
        return segments.isEmpty() ? List.of(text) : segments;
    }

    static String squeeze(String word) {
        StringBuilder squeezed = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
                squeezed.append(word.charAt(i));
            }
        }
        return squeezed.toString();
    }
}
