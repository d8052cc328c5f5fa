package simmer.scoring.decay;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** Options of {@link DecayScoring}. */
@Prototype.Blueprint(isPublic = false)
@Prototype.Configured(value = "decay", root = false)
interface DecayConfigBlueprint {

    /**
     * What a turn's weight is multiplied by with each turn that follows it: over 0, at most 1. At 1 all turns count the
     * same; at 0.85 a turn has lost half its weight after 4.3 more.
     */
    @Option.Configured
    @Option.DefaultDouble(0.85)
    double factor();

    /**
     * How a turn by itself is measured: {@code negative} (the probability that it is negative) or {@code winning-label}
     * (the likeliest label's probability if that is negative, 1 less it if positive, 0.5 if neutral).
     */
    @Option.Configured
    @Option.Default("NEGATIVE")
    Reading reading();
}
