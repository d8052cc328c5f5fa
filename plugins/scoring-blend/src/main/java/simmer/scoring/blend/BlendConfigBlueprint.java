package simmer.scoring.blend;

import java.util.List;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

import simmer.scoring.parts.KnotConfig;

/** Options of {@link BlendScoring}. */
@Prototype.Blueprint(isPublic = false)
@Prototype.Configured(value = "blend", root = false)
interface BlendConfigBlueprint {

    /** How much of the score is heat that has built up, the rest being the present state: 0 to 1. */
    @Option.Configured
    @Option.DefaultDouble(0.6)
    double heat();

    /** What a turn's weight in the present state is multiplied by with each turn that follows it: over 0, at most 1. */
    @Option.Configured
    @Option.DefaultDouble(0.7)
    double factor();

    /** What is left of the heat after one more turn: 0 to 0.99. */
    @Option.Configured
    @Option.DefaultDouble(0.7)
    double retain();

    /** How much of that a wholly positive turn takes away: 0 (nothing) to 1 (all). */
    @Option.Configured
    @Option.DefaultDouble(1)
    double cooling();

    /** What a neutral turn counts, in parts of a negative one: 0 to 1. */
    @Option.Configured
    @Option.DefaultDouble(0.5)
    double neutral();

    /** Tokens from which a turn counts as it reads, 1 to 512; of a shorter one the model must be surer. */
    @Option.Configured
    @Option.DefaultInt(40)
    int fullLength();

    /**
     * What raw scores become, as up to 20 knots with a {@code raw} and a {@code score}, both rising; as they are if none.
     */
    @Option.Configured
    List<KnotConfig> calibration();
}
