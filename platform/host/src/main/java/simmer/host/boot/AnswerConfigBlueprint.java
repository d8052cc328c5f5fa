package simmer.host.boot;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** What goes back to the flow. */
@Prototype.Blueprint(isPublic = false)
@Prototype.Configured
interface AnswerConfigBlueprint {

    /** Whether the answer repeats what the customer said, turn by turn: true or false. */
    @Option.Configured
    @Option.DefaultBoolean(false)
    boolean includeText();
}
