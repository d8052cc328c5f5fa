package simmer.host.decision;

import java.util.Optional;

/**
 * When a session counts as handed over to people: on a level that says so, and whenever a hard rule raised it.
 *
 * @param from the lowest level that is a handover; the lowest level of all never is one. Absent means no level is
 * @param onlyRises whether a session handed over stays on its level at least, until it is reset
 */
public record Handover(Optional<String> from, boolean onlyRises) {
}
