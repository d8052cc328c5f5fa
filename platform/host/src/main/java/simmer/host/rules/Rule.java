package simmer.host.rules;

import java.util.Map;

import simmer.host.decision.RuleHit;

/**
 * A rule as it is written.
 *
 * @param name its name, see {@link RuleHit#rule()}
 * @param level the name of the level that it raises to
 * @param phrases by language, as primary tags in lower case ({@code en})
 */
public record Rule(String name, String level, Map<String, Phrases> phrases) {

    public Rule {
        phrases = Map.copyOf(phrases);
    }
}
