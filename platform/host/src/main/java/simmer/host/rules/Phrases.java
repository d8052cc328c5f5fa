package simmer.host.rules;

import java.util.List;
import java.util.stream.Stream;

/**
 * Phrases of one language, in the notation that the room's README explains.
 *
 * @param any each of them is enough
 * @param unless what takes back a phrase that it shares a word with: other senses of the same words
 */
public record Phrases(List<String> any, List<String> unless) {

    static final Phrases NONE = new Phrases(List.of(), List.of());

    public Phrases {
        any = List.copyOf(any);
        unless = List.copyOf(unless);
    }

    /** These and others. */
    public Phrases and(Phrases others) {
        return new Phrases(Stream.concat(any.stream(), others.any.stream()).toList(),
                Stream.concat(unless.stream(), others.unless.stream()).toList());
    }
}
