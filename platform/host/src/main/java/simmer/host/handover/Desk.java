package simmer.host.handover;

/**
 * Who takes sessions of a level over, as the configuration says.
 *
 * @param skill at most {@value #MAX_SKILL_LENGTH} characters, empty if the configuration names none
 * @param priority higher is sooner, 0 or more
 */
public record Desk(String skill, int priority) {

    /** Longest skill. */
    public static final int MAX_SKILL_LENGTH = 100;
    /** Highest priority. */
    public static final int MAX_PRIORITY = 100;

    /** Of a level of which the configuration says nothing. */
    static final Desk ANY = new Desk("", 0);
}
