package simmer.host.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import jakarta.json.Json;
import org.junit.jupiter.api.Test;

import simmer.spi.Decision;
import simmer.spi.Handover;
import simmer.spi.Handover.Trend;
import simmer.spi.Handover.WorstTurn;
import simmer.spi.Level;
import simmer.spi.Score;
import simmer.spi.Session;
import simmer.spi.Turn;
import simmer.spi.Utterance;
import simmer.testkit.Turns;

final class HandoversTest {

    private static final Session SESSION = new Session("s", "webchat", "en");
    private static final Map<String, Desk> DESKS = Map.of("manager", new Desk("complaints", 7));

    private final Handovers handovers = new Handovers("standard", DESKS, false);

    private static Decision decision(String level, double... frustration) {
        List<Turn> turns = new ArrayList<>();
        for (double value : frustration) {
            turns.add(new Turn(new Utterance("turn of " + value), Turns.sentiment(value, 1 - value, 0), Set.of()));
        }
        Score score = turns.isEmpty()
                ? Score.ofNothing()
                : Score.weightedMean(turns, turn -> turn.sentiment().negative(), _ -> 1);
        return new Decision(new Level(level, level.equals("standard") ? 0 : 0.5, "flow", "node"), score, "because", "code");
    }

    private Trend trend(double... frustration) {
        return handovers.of(SESSION, decision("manager", frustration)).orElseThrow().trend();
    }

    @Test
    void nobodyTakesOverOnTheLowestLevel() {
        assertThat(handovers.of(SESSION, decision("standard", 0.9))).isEmpty();
    }

    @Test
    void itHoldsWhatTheConfigurationAndTheTurnsSay() {
        assertThat(handovers.of(SESSION, decision("manager", 0.2, 0.9, 0.6))).contains(new Handover("manager", "because",
                "code", Optional.of(new WorstTurn(2, 0.9, "")), Trend.FALLING, 3, "en", "complaints", 7));
        assertThat(handovers.of(SESSION, decision("supervisor", 0.4)).orElseThrow()).satisfies(handover -> {
            assertThat(handover.skill()).as("none is configured").isEmpty();
            assertThat(handover.priority()).isZero();
        });
    }

    @Test
    void withoutAScoreThereIsNoWorstTurn() {
        Handover handover = handovers.of(SESSION, decision("manager")).orElseThrow();
        assertThat(handover.worst()).isEmpty();
        assertThat(handover.turns()).isZero();
        assertThat(handover.trend()).isEqualTo(Trend.STEADY);
    }

    @Test
    void ofSeveralWorstTurnsTheNewestIsNamed() {
        assertThat(
                handovers.of(SESSION, decision("manager", 0.9, 0.1, 0.9, 0.5)).orElseThrow().worst().orElseThrow().place())
                .isEqualTo(3);
    }

    @Test
    void theTrendComparesTheNewestTurnsWithThoseBeforeThem() {
        assertThat(trend(0.9)).as("one turn has no trend").isEqualTo(Trend.STEADY);
        assertThat(trend(0.1, 0.9)).isEqualTo(Trend.RISING);
        assertThat(trend(0.9, 0.1)).isEqualTo(Trend.FALLING);
        assertThat(trend(0.50, 0.59)).as("readings differ as much").isEqualTo(Trend.STEADY);
        assertThat(trend(0.1, 0.1, 0.1, 0.6, 0.7, 0.8)).isEqualTo(Trend.RISING);
        assertThat(trend(0, 0, 0, 0, 0.9, 0.9, 0.9, 0.1, 0.2, 0.3)).as("the newest three").isEqualTo(Trend.FALLING);
    }

    @Test
    void customersWordsAreInItOnlyIfTheConfigurationAllows() {
        Decision decision = decision("manager", 0.9);
        assertThat(handovers.of(SESSION, decision).orElseThrow().worst().orElseThrow().text()).isEmpty();
        Handovers wordy = new Handovers("standard", DESKS, true);
        assertThat(wordy.of(SESSION, decision).orElseThrow().worst().orElseThrow().text()).isEqualTo("turn of 0.9");
        Turn remembered = new Turn(Utterance.remembered(), Turns.sentiment(0.9, 0.1, 0), Set.of());
        Decision later = new Decision(decision.level(),
                Score.weightedMean(List.of(remembered), turn -> turn.sentiment().negative(), _ -> 1), "because");
        assertThat(wordy.of(SESSION, later).orElseThrow().worst().orElseThrow().text()).as("words that are gone").isEmpty();
    }

    @Test
    void itStaysUnderFourKilobytesWhateverIsSaid() {
        long seed = RandomGenerator.getDefault().nextLong();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 300; i++) {
            String level = text(random, Handovers.MAX_NAME_LENGTH);
            Handovers wordy = new Handovers("standard", Map.of(level, new Desk(text(random, Desk.MAX_SKILL_LENGTH), 100)),
                    true);
            Turn turn = new Turn(new Utterance("x" + text(random, 20_000)), Turns.sentiment(1, 0, 0), Set.of());
            Decision decision = new Decision(new Level(level, 0.5, "flow", "node"),
                    Score.weightedMean(List.of(turn), _ -> 1, _ -> 1), text(random, 5_000), "x".repeat(40));
            Handover handover = wordy.of(new Session("s", "", text(random, 100)), decision).orElseThrow();
            assertThat(json(handover).getBytes(StandardCharsets.UTF_8)).as("seed %d, %s", seed, handover)
                    .hasSizeLessThan(4_000);
        }
    }

    private static String text(RandomGenerator random, int most) {
        int[] alphabet = switch (random.nextInt(5)) {
            case 0 -> new int[]{'\0', '\n', 0x1f, 0x7f};
            case 1 -> new int[]{'"', '\\', '/'};
            case 2 -> new int[]{0x1f600, 0x20ac};
            case 3 -> new int[]{0xd800, 0xdc00, 'x'};
            default -> new int[]{'a', 'é', '字'};
        };
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(most / 2, most + 1); text.length() < length - 1;) {
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }

    private static String json(Handover handover) {
        return Json.createObjectBuilder().add("level", handover.level()).add("reason", handover.reason())
                .add("reasonCode", handover.reasonCode()).add("trend", handover.trend().name())
                .add("turns", handover.turns())
                .add("language", handover.language()).add("skill", handover.skill()).add("priority", handover.priority())
                .add("worstTurn", Json.createObjectBuilder().add("place", handover.worst().orElseThrow().place())
                        .add("frustration", handover.worst().orElseThrow().frustration())
                        .add("text", handover.worst().orElseThrow().text()))
                .build().toString();
    }

    @Test
    void aCutIsMarkedAndNeverHalvesACharacter() {
        assertThat(JsonLength.cut("short", 5)).isEqualTo("short");
        assertThat(JsonLength.cut("longer", 5)).isEqualTo("lo…");
        assertThat(JsonLength.cut("😀😀", 8)).isEqualTo("😀😀");
        assertThat(JsonLength.cut("😀😀😀", 8)).isEqualTo("😀…");
    }
}
