package simmer.host.configuration;

import java.time.Duration;
import java.util.Optional;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** When a session escalates, and when it calms down. */
@Prototype.Blueprint
@Prototype.Configured
interface PolicyConfigBlueprint {

    /** How far under its threshold a level is left, in units of the score: 0 to 0.5. */
    @Option.Configured
    @Option.DefaultDouble(0.10)
    double hysteresis();

    /**
     * How far over its threshold a level is entered while only the opening statement was said, in units of the score: 0 to
     * 0.5.
     */
    @Option.Configured
    @Option.DefaultDouble(0)
    double openingMargin();

    /**
     * How far under its threshold a level is entered when the newest turn repeats or answers nothing, in units of the score:
     * 0 to 0.5.
     */
    @Option.Configured
    @Option.DefaultDouble(0.05)
    double signMargin();

    /** Turns that must have been said before the score raises a session from the lowest level: 1 to 20. */
    @Option.Configured
    @Option.DefaultInt(1)
    int leastTurns();

    /** How long a session stays on a level before a lower score takes it down: PT0S to PT24H. */
    @Option.Configured
    @Option.Default("PT0S")
    Duration minimumStay();

    /** How long after a session went down the score can't take it back to the level it left: PT0S to PT24H. */
    @Option.Configured
    @Option.Default("PT0S")
    Duration cooldown();

    /**
     * The lowest level on which a session counts as handed over to people: a level's name; without it, the highest level.
     */
    @Option.Configured
    Optional<String> handoverFrom();

    /** Whether a session handed over stays on its level at least, until it is reset: true or false. */
    @Option.Configured
    @Option.DefaultBoolean(true)
    boolean onlyRisesAfterHandover();

    /** How long a session may be without a webhook before it is reset: PT1M to P7D. */
    @Option.Configured
    @Option.Default("PT4H")
    Duration timeOut();
}
