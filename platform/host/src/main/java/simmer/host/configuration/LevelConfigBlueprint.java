package simmer.host.configuration;

import java.util.Optional;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** One level of escalation. */
@Prototype.Blueprint
@Prototype.Configured
interface LevelConfigBlueprint {

    /** The level's name, as it stands in answers: not empty, each one different. */
    @Option.Configured
    String name();

    /** The lowest score on this level: 0 to under 1, over where the level before it begins. */
    @Option.Configured
    double from();

    /** The flow at Cognigy that sessions on this level belong to: not empty. */
    @Option.Configured
    String flow();

    /** The node of that flow to enter: not empty. */
    @Option.Configured
    String node();

    /** Who should take sessions on this level over, for the handover: a skill's name of 1 to 100 characters. */
    @Option.Configured
    Optional<String> skill();

    /** How soon somebody should, for the handover; higher is sooner: 0 to 100. */
    @Option.Configured
    @Option.DefaultInt(0)
    int priority();
}
