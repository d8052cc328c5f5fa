package simmer.host.configuration;

import java.util.List;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** Hard rules: what raises a session whatever its score. */
@Prototype.Blueprint
@Prototype.Configured
interface RulesConfigBlueprint {

    /** Whether the rules that come with Simmer hold: true or false. */
    @Option.Configured
    @Option.DefaultBoolean(true)
    boolean builtIn();

    /** Names of built-in rules that don't hold: such as abuse. */
    @Option.Configured
    List<String> without();

    /** Rules of your own; one with the name of a built-in rule adds to it: at most 50. */
    @Option.Configured
    List<RuleConfig> own();
}
