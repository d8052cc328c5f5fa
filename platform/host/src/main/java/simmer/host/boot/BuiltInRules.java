package simmer.host.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import simmer.host.rules.Language;
import simmer.host.rules.Phrases;
import simmer.host.rules.Rules;

/**
 * The rules that come with Simmer, as their YAML files say.
 *
 * @param languages what is known of each language
 * @param rules in the order in which hits are told
 */
record BuiltInRules(List<Language> languages, List<BuiltInRule> rules) {

    /**
     * One of them.
     *
     * @param highest whether it raises to the highest level, else to the first above the lowest
     * @param phrases by language
     */
    record BuiltInRule(String name, boolean highest, Map<String, Phrases> phrases) {

        /** The name of the level that it raises to. */
        String level(List<String> levels) {
            return highest ? levels.getLast() : levels.get(Math.min(1, levels.size() - 1));
        }
    }

    /** Reads them. */
    static BuiltInRules read() {
        Map<?, ?> index = resource("rules.yaml");
        List<Language> languages = new ArrayList<>();
        Map<String, Map<String, Phrases>> phrases = new LinkedHashMap<>();
        for (String tag : strings(child(index, "languages"))) {
            Map<?, ?> file = resource(tag + ".yaml");
            languages.add(language(tag, file));
            map(file, "rules").forEach((rule, some) -> phrases
                    .computeIfAbsent(rule.toString(), r -> new LinkedHashMap<>()).put(tag, phrases((Map<?, ?>) some)));
        }
        List<BuiltInRule> rules = new ArrayList<>();
        map(index, "rules").forEach((name, level) -> rules.add(new BuiltInRule(name.toString(), level.equals("highest"),
                phrases.getOrDefault(name.toString(), Map.of()))));
        return new BuiltInRules(languages, rules);
    }

    private static Language language(String tag, Map<?, ?> file) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        map(file, "lists").forEach((name, members) -> lists.put(name.toString(), split(members)));
        Map<String, String> spellings = new LinkedHashMap<>();
        map(file, "spellings").forEach((typed, meant) -> spellings.put(typed.toString(), meant.toString()));
        return new Language(tag, lists, spellings, split(child(file, "masked")), split(child(file, "slips")),
                split(child(file, "known")),
                phrases(map(file, "negations")), split(child(file, "breaks")), split(child(file, "courtesies")),
                split(child(file, "waiting")));
    }

    private static Phrases phrases(Map<?, ?> node) {
        return new Phrases(strings(child(node, "any")), strings(child(node, "unless")));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    private static List<String> split(Object commaSeparated) {
        return List.of(commaSeparated.toString().strip().split("\\s*,\\s*"));
    }

    private static Map<?, ?> map(Map<?, ?> node, String key) {
        return (Map<?, ?>) child(node, key);
    }

    private static Object child(Map<?, ?> node, String key) {
        return Objects.requireNonNull(node.get(key), key);
    }

    private static Map<?, ?> resource(String name) {
        try (InputStream in = Objects.requireNonNull(Rules.class.getResourceAsStream(name), name)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in rules can't be read: " + name, e);
        }
    }
}
