package simmer.scoring.window;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** Options of {@link WindowScoring}. */
@Prototype.Blueprint(isPublic = false)
@Prototype.Configured(value = "window", root = false)
interface WindowConfigBlueprint {

    /** How many of the last turns count, 1 to 200; those before them don't. */
    @Option.Configured
    @Option.DefaultInt(3)
    int turns();
}
