package simmer.host.configuration;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.helidon.config.Config;

import simmer.host.handover.Desk;
import simmer.host.handover.Handovers;

/**
 * Checks {@code simmer.levels}, as {@link HostOptions} does the rest.
 *
 * @param node the list
 * @param findings takes what is found
 */
public record LevelOptions(Config node, OptionFindings findings) {

    private static final int MAX_LEVELS = 20;

    /** The names of the levels, as far as there are any. */
    public static List<String> names(Config node) {
        return OptionFindings.entries(node).stream().map(level -> level.get("name").asString().orElse("")).toList();
    }

    void check() {
        List<Config> levels = OptionFindings.entries(node);
        if (levels.isEmpty() || levels.size() > MAX_LEVELS) {
            findings.problem(node, "holds " + levels.size() + " levels, must be 1 to " + MAX_LEVELS
                    + ", such as {name: standard, from: 0.00, flow: main_flow, node: continue}");
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < levels.size(); i++) {
            Config level = levels.get(i);
            List.of("name", "flow", "node").forEach(key -> findings.requireText(level.get(key)));
            String name = level.get("name").asString().orElse("");
            if (!names.add(name)) {
                findings.problem(level.get("name"), "is '" + name + "', as another level's is: give each a name of its own");
            }
            handover(level, name);
            from(level.get("from"), i == 0 ? Optional.empty() : Optional.of(levels.get(i - 1).get("from")));
        }
    }

    /** What goes into a handover, which has a bound. */
    private void handover(Config level, String name) {
        if (name.length() > Handovers.MAX_NAME_LENGTH) {
            findings.problem(level.get("name"),
                    "has " + name.length() + " characters, must be 1 to " + Handovers.MAX_NAME_LENGTH);
        }
        Config skill = level.get("skill");
        skill.asString().asOptional().filter(text -> text.isBlank() || text.length() > Desk.MAX_SKILL_LENGTH)
                .ifPresent(text -> findings.problem(skill, "has " + text.strip().length()
                        + " characters, must be 1 to " + Desk.MAX_SKILL_LENGTH));
        findings.number(level.get("priority")).filter(value -> !(value >= 0 && value <= Desk.MAX_PRIORITY))
                .ifPresent(value -> findings.problem(level.get("priority"), "is " + value.intValue() + ", must be 0 to "
                        + Desk.MAX_PRIORITY));
    }

    private void from(Config from, Optional<Config> before) {
        if (!from.exists()) {
            findings.problem(from, "is missing: the lowest score on this level");
            return;
        }
        Optional<Double> value = findings.number(from);
        if (value.isEmpty()) {
            return;
        }
        if (before.isEmpty() && value.get() != 0) {
            findings.problem(from, "is " + value.get() + ", must be 0: below it there would be no level");
        } else if (!(value.get() >= 0 && value.get() < 1)) {
            findings.problem(from, "is " + value.get() + ", must be 0 to under 1");
        } else {
            before.flatMap(findings::number).filter(least -> value.get() <= least).ifPresent(least -> findings.problem(from,
                    "is " + value.get() + ", must be over " + least + ", where the level before it begins"));
        }
    }
}
