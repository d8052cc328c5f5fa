package simmer.host.configuration;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** What goes back to the flow. */
@Prototype.Blueprint
@Prototype.Configured
interface AnswerConfigBlueprint {

    /** Whether the answer repeats what the customer said, turn by turn: true or false. */
    @Option.Configured
    @Option.DefaultBoolean(false)
    boolean includeText();
}
