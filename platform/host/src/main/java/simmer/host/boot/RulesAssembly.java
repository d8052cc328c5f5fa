package simmer.host.boot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import simmer.host.configuration.ConfigurationProblem;
import simmer.host.configuration.PhrasesConfig;
import simmer.host.configuration.RuleConfig;
import simmer.host.configuration.RulesConfig;
import simmer.host.rules.Language;
import simmer.host.rules.Phrases;
import simmer.host.rules.Repeats;
import simmer.host.rules.Rule;
import simmer.host.rules.Rules;

/** Puts the hard rules together and checks those of the configuration, to the last phrase. */
final class RulesAssembly {

    private static final String PLACE = "simmer.rules.own";
    private static final int MOST_RULES = 50;
    private static final int MOST_LANGUAGES = 20;
    private static final int MOST_PHRASES = 200;
    private static final int LONGEST_PHRASE = 200;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final BuiltInRules builtIn = BuiltInRules.read();
    private final List<String> levels;
    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    RulesAssembly(List<String> levels) {
        this.levels = levels;
    }

    /** The rules that hold; of no use if there are {@link #problems}. */
    Rules rules(RulesConfig options) {
        takeBuiltIn(options);
        takeOwn(options.own());
        return problems.isEmpty()
                ? Rules.of(builtIn.languages(), List.copyOf(rules.values()))
                : Rules.of(List.of(), List.of());
    }

    Repeats repeats() {
        return new Repeats(builtIn.languages());
    }

    List<ConfigurationProblem> problems() {
        return List.copyOf(problems);
    }

    private void takeBuiltIn(RulesConfig options) {
        Set<String> unknown = new HashSet<>(options.without());
        builtIn.rules().forEach(rule -> unknown.remove(rule.name()));
        unknown.forEach(name -> problem("simmer.rules.without", "holds '" + name + "', which is no built-in rule; they are "
                + String.join(", ", builtIn.rules().stream().map(BuiltInRules.BuiltInRule::name).toList())));
        if (options.builtIn()) {
            builtIn.rules().stream().filter(rule -> !options.without().contains(rule.name()))
                    .forEach(rule -> rules.put(rule.name(), new Rule(rule.name(), rule.level(levels), rule.phrases())));
        }
    }

    private void takeOwn(List<RuleConfig> own) {
        if (own.size() > MOST_RULES) {
            problem(PLACE, "holds " + own.size() + " rules, must be " + MOST_RULES + " at most");
            return;
        }
        for (int i = 0; i < own.size(); i++) {
            take(PLACE + "[" + i + "]", own.get(i));
        }
    }

    private void take(String place, RuleConfig own) {
        if (!NAME.matcher(own.name()).matches()) {
            problem(place + ".name", "is '" + own.name() + "', must be lower case letters, digits and dashes, up to 40");
        }
        Rule known = rules.getOrDefault(own.name(), new Rule(own.name(), "", Map.of()));
        String level = own.level().orElse(known.level());
        if (!levels.contains(level)) {
            problem(place + ".level", level.isEmpty()
                    ? "is missing: the level that the rule raises to"
                    : "is '" + level + "', must be a level's name: " + String.join(", ", levels));
        }
        Map<String, Phrases> phrases = new HashMap<>(known.phrases());
        if (own.phrases().size() > MOST_LANGUAGES) {
            problem(place + ".phrases",
                    "names " + own.phrases().size() + " languages, must be " + MOST_LANGUAGES + " at most");
        }
        for (int i = 0; i < own.phrases().size(); i++) {
            PhrasesConfig some = own.phrases().get(i);
            if (isFine(place + ".phrases[" + i + "]", some)) {
                phrases.merge(some.language(), new Phrases(some.any(), some.unless()), Phrases::and);
            }
        }
        rules.put(own.name(), new Rule(own.name(), level, phrases));
    }

    private boolean isFine(String place, PhrasesConfig some) {
        int before = problems.size();
        if (!LANGUAGE.matcher(some.language()).matches()) {
            problem(place + ".language", "is '" + some.language() + "', must be a primary tag such as en");
        }
        if (some.any().size() > MOST_PHRASES || some.unless().size() > MOST_PHRASES) {
            problem(place, "holds more than " + MOST_PHRASES + " phrases in one list");
        }
        Stream.concat(some.any().stream(), some.unless().stream()).filter(phrase -> phrase.length() > LONGEST_PHRASE)
                .findFirst().ifPresent(_ -> problem(place, "holds a phrase of over " + LONGEST_PHRASE + " characters"));
        if (problems.size() == before) {
            tryOut(place, some);
        }
        return problems.size() == before;
    }

    private void tryOut(String place, PhrasesConfig some) {
        Language language = builtIn.languages().stream().filter(known -> known.tag().equals(some.language())).findFirst()
                .orElseGet(() -> Language.unknown(some.language()));
        language.problems(Stream.concat(some.any().stream(), some.unless().stream()).toList())
                .forEach(sentence -> problem(place, sentence));
    }

    private void problem(String place, String sentence) {
        problems.add(new ConfigurationProblem(place, sentence));
    }
}
