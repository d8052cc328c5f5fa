package simmer.router.cognigy;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** The state of a level. */
@Prototype.Blueprint(isPublic = false)
@Prototype.Configured
interface StateConfigBlueprint {

    /** The level's name. */
    @Option.Configured
    String level();

    /** The state's name in the flow: 1 to 200 characters. */
    @Option.Configured
    String state();
}
