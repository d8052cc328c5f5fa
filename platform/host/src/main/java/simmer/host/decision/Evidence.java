package simmer.host.decision;

import java.util.List;
import java.util.Set;

import simmer.spi.Sign;

/**
 * What a webhook shows.
 *
 * @param reading the conversation's score, or why there is none
 * @param rules the hard rules that the newest turn matches
 * @param signs what else the newest turn shows
 */
public record Evidence(Reading reading, List<RuleHit> rules, Set<Sign> signs) {

    public Evidence {
        rules = List.copyOf(rules);
        signs = Set.copyOf(signs);
    }

    /** A reading, and nothing beside it. */
    public static Evidence of(Reading reading) {
        return new Evidence(reading, List.of(), Set.of());
    }
}
