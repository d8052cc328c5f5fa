package simmer.host.rules;

import java.util.List;

import simmer.host.rules.Word.Pause;

/** A text as one language reads it: the symbols that name each word, none for a word that no phrase holds. */
final class Reading {

    private final List<int[]> symbols;
    private final List<Pause> pauses;

    Reading(List<int[]> symbols, List<Pause> pauses) {
        this.symbols = symbols;
        this.pauses = pauses;
    }

    int size() {
        return symbols.size();
    }

    int[] symbols(int at) {
        return symbols.get(at);
    }

    /** What stands before a word. */
    Pause pause(int at) {
        return pauses.get(at);
    }

    boolean endsSentence(int at) {
        return at + 1 == symbols.size() || pauses.get(at + 1) == Pause.SENTENCE;
    }
}
