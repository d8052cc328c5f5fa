package simmer.host.decision;

import java.util.Optional;

/**
 * When a session counts as handed over to people: on a level that says so, and whenever a hard rule raised it.
 *
 * @param from the lowest level that is a handover; the lowest level of all never is one. Absent means no level is
 * @param onlyRises whether a session handed over stays on its level at least, until it is reset
 */
public record Handover(Optional<String> from, boolean onlyRises) {

    /** From this level on, and then the session only rises. */
    public static Handover from(String level) {
        return new Handover(Optional.of(level), true);
    }

    /** A session goes down again whenever its score does. */
    public static Handover never() {
        return new Handover(Optional.empty(), false);
    }
}
