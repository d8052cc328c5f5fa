package simmer.host.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import simmer.spi.Decision;
import simmer.spi.Sign;

/** The page on the policy is true: each row of its examples is run, each code there is listed. */
final class ReadmeTest {

    private static final Path README = Path.of("src/main/java/simmer/host/decision/README.md");
    private static final String EXAMPLE = "| s | score | turns | beside | level | reasonCode |";
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static List<List<List<String>>> examples() throws IOException {
        List<List<List<String>>> examples = new ArrayList<>();
        List<String> lines = Files.readAllLines(README);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals(EXAMPLE)) {
                examples.add(lines.stream().skip(i + 2L).takeWhile(line -> line.startsWith("|"))
                        .map(line -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList()).toList());
            }
        }
        return examples;
    }

    private static Evidence evidence(String score, int turns, String beside) {
        Reading reading = score.equals("none")
                ? new Reading.Missing("failed", "the model failed")
                : Examples.scored(Double.parseDouble(score), turns);
        int raises = beside.indexOf('>');
        List<RuleHit> rules = raises < 0
                ? List.of()
                : List.of(new RuleHit(beside.substring(0, raises), beside.substring(raises + 1)));
        return new Evidence(reading, rules, beside.equals("sign") ? Set.of(Sign.REPEAT) : Set.of());
    }

    @Test
    void theWorkedExamplesComeOutAsWritten() throws IOException {
        List<List<List<String>>> examples = examples();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(4);
        for (List<List<String>> example : examples) {
            PolicyState state = Examples.POLICY.start(START);
            for (List<String> row : example) {
                Instant now = START.plusSeconds(Long.parseLong(row.get(0)));
                if (row.get(3).equals("reset")) {
                    state = Examples.POLICY.start(now);
                }
                Policy.Step step = Examples.POLICY.decide(state,
                        evidence(row.get(1), Integer.parseInt(row.get(2)), row.get(3)), now);
                Decision decision = step.decision();
                assertThat(List.of(decision.level().name(), decision.reasonCode())).as("%s: %s", row, decision.reason())
                        .isEqualTo(row.subList(4, 6));
                state = step.state();
            }
        }
    }

    @Test
    void everyCodeIsOnThePage() throws Exception {
        String page = Files.readString(README);
        for (Field code : ReasonCode.class.getFields()) {
            assertThat(page).contains("| `" + code.get(null) + "` |");
        }
    }
}
