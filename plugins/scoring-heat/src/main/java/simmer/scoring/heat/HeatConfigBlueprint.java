package simmer.scoring.heat;

import java.util.List;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

import simmer.scoring.parts.KnotConfig;

/** Options of {@link HeatScoring}. */
@Prototype.Blueprint(isPublic = false)
@Prototype.Configured(value = "heat", root = false)
interface HeatConfigBlueprint {

    /** What is left of the heat after one more turn: 0 to 0.99. */
    @Option.Configured
    @Option.DefaultDouble(0.9)
    double retain();

    /** How much of that a wholly positive turn takes away: 0 (nothing) to 1 (all). */
    @Option.Configured
    @Option.DefaultDouble(0)
    double cooling();

    /** What a neutral turn counts, in parts of a negative one: 0 to 1. */
    @Option.Configured
    @Option.DefaultDouble(0)
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
