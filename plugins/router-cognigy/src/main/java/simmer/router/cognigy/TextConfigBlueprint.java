package simmer.router.cognigy;

import java.util.Optional;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** What is said on a level. */
@Prototype.Blueprint(isPublic = false)
@Prototype.Configured
interface TextConfigBlueprint {

    /** The level's name. */
    @Option.Configured
    String level();

    /** The language of the sessions it is for, such as de; unless given, of any. */
    @Option.Configured
    Optional<String> language();

    /** The text, 1 to 4000 characters; a field's name in braces, such as {level}, stands for its value. */
    @Option.Configured
    String text();
}
