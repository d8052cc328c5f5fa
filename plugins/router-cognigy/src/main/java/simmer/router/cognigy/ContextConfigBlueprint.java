package simmer.router.cognigy;

import java.util.List;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

import simmer.router.cognigy.dialect.ContextField;

/** What of a decision goes to Cognigy. */
@Prototype.Blueprint(isPublic = false)
@Prototype.Configured
interface ContextConfigBlueprint {

    /** The key that holds the fields: 1 to 100 characters. */
    @Option.Configured
    @Option.Default("escalation")
    String under();

    /** The fields, in their order. */
    @Option.Configured
    @Option.Default({"LEVEL", "SCORE", "REASON", "REASON_CODE", "FLOW", "NODE", "DECIDED_AT", "HANDOVER"})
    List<ContextField> fields();
}
