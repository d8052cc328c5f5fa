package simmer.host.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import simmer.host.rules.Word.Pause;

/**
 * A phrase that can be looked for: the position automaton of V. M. Glushkov (1961), one bit for each word of the phrase. A
 * text is read once from a start, whatever the phrase, for at most as many words as the phrase has.
 */
final class Automaton {

    private static final int MAX_WORDS = Long.SIZE;
    private static final int MAX_PARTS = 16;

    private final boolean atStart;
    private final boolean atEnd;
    private final long first;
    private final long last;
    private final long anyWord;
    private final long[] follow;
    private final int[] symbols;
    private final long[] places;

    private Automaton(Builder builder, Ends ends, boolean atStart, boolean atEnd) {
        this.atStart = atStart;
        this.atEnd = atEnd;
        this.first = ends.first;
        this.last = ends.last;
        this.anyWord = builder.anyWord;
        this.follow = builder.follow.stream().mapToLong(Long::longValue).toArray();
        this.symbols = builder.places.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.places = builder.places.values().stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * Makes a phrase into one automaton, or into several that share its branches.
     *
     * @throws PhraseException if the phrase is too long, could match nothing, or begins or ends with a gap
     */
    static List<Automaton> of(String phrase, Node node, boolean atStart, boolean atEnd) {
        List<Node> parts = List.of(node);
        while (parts.stream().anyMatch(part -> part.words() > MAX_WORDS)) {
            List<Node> smaller = parts.stream()
                    .flatMap(part -> (part.words() > MAX_WORDS ? part.halves() : List.of(part)).stream()).toList();
            if (smaller.size() == parts.size() || smaller.size() > MAX_PARTS) {
                throw new PhraseException(phrase, "is too long, with the words of its lists and gaps: make two of it");
            }
            parts = smaller;
        }
        return parts.stream().map(part -> one(phrase, part, atStart, atEnd)).toList();
    }

    private static Automaton one(String phrase, Node node, boolean atStart, boolean atEnd) {
        Builder builder = new Builder();
        Ends ends = builder.add(node);
        if (ends.empty) {
            throw new PhraseException(phrase, "has only words that may be missing: it would match everything");
        }
        if (((ends.first | ends.last) & builder.anyWord) != 0) {
            throw new PhraseException(phrase, "begins or ends with '..': put a word there");
        }
        return new Automaton(builder, ends, atStart, atEnd);
    }

    /** The symbols that a match can begin with. */
    List<Integer> starts() {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < symbols.length; i++) {
            if ((places[i] & first) != 0) {
                starts.add(symbols[i]);
            }
        }
        return starts;
    }

    /**
     * Looks for the phrase at one place.
     *
     * @param closed words that a gap does not run over
     * @param longest whether the longest match counts, else the shortest
     * @return the word after the match's last one, or -1
     */
    int end(Reading reading, int from, BitSet closed, boolean longest) {
        if (atStart && reading.pause(from) != Pause.SENTENCE) {
            return -1;
        }
        int end = -1;
        long live = first & accepting(reading, from, closed);
        for (int i = from; live != 0; i++) {
            if ((live & last) != 0 && (!atEnd || reading.endsSentence(i))) {
                end = i + 1;
                if (!longest) {
                    return end;
                }
            }
            if (reading.endsSentence(i)) {
                return end;
            }
            live = after(live) & accepting(reading, i + 1, closed);
        }
        return end;
    }

    private long after(long live) {
        long next = 0;
        for (long rest = live; rest != 0; rest &= rest - 1) {
            next |= follow[Long.numberOfTrailingZeros(rest)];
        }
        return next;
    }

    private long accepting(Reading reading, int at, BitSet closed) {
        long accepting = reading.pause(at) == Pause.NONE && !closed.get(at) ? anyWord : 0;
        for (int symbol : reading.symbols(at)) {
            int index = Arrays.binarySearch(symbols, symbol);
            accepting |= index < 0 ? 0 : places[index];
        }
        return accepting;
    }

    /** Which places a part of the phrase begins and ends at, and whether it may be missing. */
    private record Ends(long first, long last, boolean empty) {

        static final Ends NOTHING = new Ends(0, 0, true);
    }

    private static final class Builder {

        private final TreeMap<Integer, Long> places = new TreeMap<>();
        private final List<Long> follow = new ArrayList<>();
        private long anyWord;

        Ends add(Node node) {
            return switch (node) {
                case Node.Term(Set<Integer> some) -> {
                    long place = place();
                    some.forEach(symbol -> places.merge(symbol, place, (a, b) -> a | b));
                    yield new Ends(place, place, false);
                }
                case Node.AnyWord() -> {
                    long place = place();
                    anyWord |= place;
                    yield new Ends(place, place, false);
                }
                case Node.Maybe(Node part) -> {
                    Ends ends = add(part);
                    yield new Ends(ends.first, ends.last, true);
                }
                case Node.Choice(List<Node> branches) -> {
                    Ends all = new Ends(0, 0, false);
                    for (Node branch : branches) {
                        Ends ends = add(branch);
                        all = new Ends(all.first | ends.first, all.last | ends.last, all.empty || ends.empty);
                    }
                    yield all;
                }
                case Node.Sequence(List<Node> parts) -> {
                    Ends all = Ends.NOTHING;
                    for (Node part : parts) {
                        all = join(all, add(part));
                    }
                    yield all;
                }
            };
        }

        private Ends join(Ends before, Ends after) {
            for (long rest = before.last; rest != 0; rest &= rest - 1) {
                int place = Long.numberOfTrailingZeros(rest);
                follow.set(place, follow.get(place) | after.first);
            }
            return new Ends(before.empty ? before.first | after.first : before.first,
                    after.empty ? before.last | after.last : after.last, before.empty && after.empty);
        }

        private long place() {
            follow.add(0L);
            return 1L << (follow.size() - 1);
        }
    }
}
