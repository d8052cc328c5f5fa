package simmer.host.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases that are looked for together: at each word, only those that can begin with it. */
final class PhraseSet {

    private static final List<Automaton> NONE = List.of();

    private final Map<Integer, List<Automaton>> byStart = new HashMap<>();

    PhraseSet(List<Automaton> phrases) {
        for (Automaton phrase : phrases) {
            phrase.starts().forEach(symbol -> byStart.computeIfAbsent(symbol, s -> new ArrayList<>()).add(phrase));
        }
    }

    /** Tells whether a match counts. */
    interface Judge {

        /**
         * @param from its first word
         * @param to the word after its last one
         */
        boolean counts(int from, int to);
    }

    /** Whether there is a match that counts; of a phrase at one place, its shortest match is judged. */
    boolean any(Reading reading, BitSet closed, Judge judge) {
        for (int from = 0; from < reading.size(); from++) {
            for (int symbol : reading.symbols(from)) {
                for (Automaton phrase : byStart.getOrDefault(symbol, NONE)) {
                    int to = phrase.end(reading, from, closed, false);
                    if (to >= 0 && judge.counts(from, to)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** All words that matches cover, each as long as it can be. */
    BitSet covered(Reading reading, BitSet closed) {
        BitSet covered = new BitSet(reading.size());
        for (int from = 0; from < reading.size(); from++) {
            for (int symbol : reading.symbols(from)) {
                for (Automaton phrase : byStart.getOrDefault(symbol, NONE)) {
                    int to = phrase.end(reading, from, closed, true);
                    if (to >= 0) {
                        covered.set(from, to);
                    }
                }
            }
        }
        return covered;
    }

    /** Whether one of these phrases can begin at the first word. */
    boolean canBegin(Reading reading) {
        return Arrays.stream(reading.symbols(0)).anyMatch(byStart::containsKey);
    }

    /** Whether nothing is said beside these phrases. */
    boolean covers(Reading reading) {
        return covered(reading, new BitSet()).cardinality() == reading.size();
    }
}
