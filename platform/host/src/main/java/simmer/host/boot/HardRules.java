package simmer.host.boot;

import java.util.List;

import simmer.host.configuration.ConfigurationProblem;
import simmer.host.configuration.RulesConfig;
import simmer.host.rules.Repeats;
import simmer.host.rules.Rules;

/**
 * What is looked for in the newest turn beside its score, prepared once.
 *
 * @param rules those that come with Simmer, less those that are switched off, and those of the configuration
 * @param repeats tells whether the customer says something again
 */
record HardRules(Rules rules, Repeats repeats) {

    /**
     * Prepares them.
     *
     * @param levels the names of the levels, lowest first
     * @param problems takes what is wrong with them; then they are of no use
     */
    static HardRules of(RulesConfig options, List<String> levels, List<ConfigurationProblem> problems) {
        RulesAssembly assembly = new RulesAssembly(levels);
        HardRules prepared = new HardRules(assembly.rules(options), assembly.repeats());
        problems.addAll(assembly.problems());
        return prepared;
    }
}
