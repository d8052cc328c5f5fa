package simmer.host.decision;

/**
 * A hard rule that the newest turn matches.
 *
 * @param rule its name, the {@code reasonCode} of what it decides
 * @param level the name of the level it raises to at least
 */
public record RuleHit(String rule, String level) {
}
