package simmer.scoring.parts;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** One point of a {@link Calibration}. */
@Prototype.Blueprint
@Prototype.Configured
interface KnotConfigBlueprint {

    /** A raw score: over 0, under 1, over that of the knot before. */
    @Option.Configured
    double raw();

    /** The score it becomes: over 0, under 1, over that of the knot before. */
    @Option.Configured
    double score();
}
