package simmer.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import simmer.host.configuration.RulesConfig;
import simmer.host.decision.RuleHit;
import simmer.host.rules.Rules;
import simmer.spi.Utterance;

/** The built-in rules against tables of what customers write: the rules or none, a tab, and the words. */
final class HardRulesTest {

    private static final List<String> LEVELS = List.of("standard", "supervisor", "manager");
    private static final int LEAST = 60;

    private static final Rules BUILT_IN = HardRules.of(RulesConfig.create(), LEVELS, new ArrayList<>()).rules();

    private record Case(String rule, String text) {
    }

    private static List<Case> cases(String language) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(
                Rules.class.getResourceAsStream(language + ".tsv"), language), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\t", 2))
                    .map(cells -> new Case(cells[0], cells[1])).toList();
        }
    }

    private static List<String> found(String language, String text) {
        List<String> hits = BUILT_IN.match(language, new Utterance(text)).stream().map(RuleHit::rule).toList();
        return hits.isEmpty() ? List.of("none") : hits;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "pt"})
    void everyCaseOfTheLanguageIsToldAsItIs(String language) throws IOException {
        List<Case> cases = cases(language);
        assertThat(cases).filteredOn(one -> one.rule().equals("none")).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(cases).filteredOn(one -> !one.rule().equals("none")).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(cases).allSatisfy(one -> assertThat(found(language, one.text())).as("'%s' in %s", one.text(), language)
                .containsExactlyInAnyOrder(one.rule().split(",")));
    }
}
