package simmer.host.configuration;

import java.util.List;
import java.util.Optional;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** One hard rule. */
@Prototype.Blueprint
@Prototype.Configured
interface RuleConfigBlueprint {

    /** The rule's name, which flows see as the reason's code: lower case letters, digits and dashes, up to 40. */
    @Option.Configured
    String name();

    /** The name of the level that it raises to; needed unless it is a built-in rule's, which has one. */
    @Option.Configured
    Optional<String> level();

    /** What it looks for, language by language: at most 20. */
    @Option.Configured
    List<PhrasesConfig> phrases();
}
