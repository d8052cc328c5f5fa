package simmer.host.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A phrase as it was written, taken apart. */
sealed interface Node {

    /** One word, which any of some symbols names. */
    record Term(Set<Integer> symbols) implements Node {
    }

    /** One word that may be any, within a clause. */
    record AnyWord() implements Node {
    }

    /** One after the other. */
    record Sequence(List<Node> parts) implements Node {
    }

    /** One of them. */
    record Choice(List<Node> branches) implements Node {
    }

    /** This or nothing. */
    record Maybe(Node part) implements Node {
    }

    /** How many words it holds, all branches together. */
    default int words() {
        return switch (this) {
            case Term term -> 1;
            case AnyWord any -> 1;
            case Sequence(List<Node> parts) -> parts.stream().mapToInt(Node::words).sum();
            case Choice(List<Node> branches) -> branches.stream().mapToInt(Node::words).sum();
            case Maybe(Node part) -> part.words();
        };
    }

    /** Two nodes that together match what this one does, each with about half of its branches; itself if it has none. */
    default List<Node> halves() {
        return switch (this) {
            case Term term -> List.of(this);
            case AnyWord any -> List.of(this);
            case Maybe(Node part) -> part.halves().stream().<Node>map(Maybe::new).toList();
            case Choice(List<Node> branches) -> halves(branches);
            case Sequence(List<Node> parts) -> sequenceHalves(parts);
        };
    }

    private static List<Node> sequenceHalves(List<Node> parts) {
        int longest = IntStream.range(0, parts.size()).boxed().max(Comparator.comparingInt(at -> parts.get(at).words()))
                .orElseThrow();
        return parts.get(longest).halves().stream().<Node>map(half -> {
            List<Node> halved = new ArrayList<>(parts);
            halved.set(longest, half);
            return new Sequence(halved);
        }).toList();
    }

    private static List<Node> halves(List<Node> branches) {
        int middle = branches.size() / 2;
        return middle == 0
                ? branches
                : List.of(new Choice(branches.subList(0, middle)), new Choice(branches.subList(middle, branches.size())));
    }
}
