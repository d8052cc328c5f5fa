package simmer.host.rules;

import java.util.List;
import java.util.Set;

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
}
