package com.example.peak;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** Options of {@link PeakScoring}; users read the first sentence of each when they mistake it. */
@Prototype.Blueprint(isPublic = false)
@Prototype.Configured(value = PeakScoring.TYPE, root = false)
interface PeakConfigBlueprint {

    /** How many of the newest turns are looked at: 1 to 200 turns. */
    @Option.Configured
    @Option.DefaultInt(10)
    int turns();
}
