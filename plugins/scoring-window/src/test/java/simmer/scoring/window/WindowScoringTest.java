package simmer.scoring.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static simmer.testkit.Turns.turns;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import org.junit.jupiter.api.Test;

import simmer.spi.OptionException;
import simmer.spi.Score;
import simmer.spi.ScoredTurn;
import simmer.testkit.ScoringContract;

final class WindowScoringTest extends ScoringContract {

    private static final int RUNS = 500;

    @Override
    protected WindowScoringProvider provider() {
        return new WindowScoringProvider();
    }

    @Test
    void onlyTheLastTurnsCount() {
        Score score = window(2).score(turns(1.0, 1.0, 0.25, 0.75));
        assertThat(score.value()).isEqualTo(0.5, within(1e-12));
        assertThat(score.turns()).extracting(ScoredTurn::weight).containsExactly(0.0, 0.0, 1.0, 1.0);
        assertThat(score.turns()).extracting(ScoredTurn::share).containsExactly(0.0, 0.0, 0.5, 0.5);
        assertThat(score.turns()).extracting(ScoredTurn::frustration).containsExactly(1.0, 1.0, 0.25, 0.75);
    }

    @Test
    void aConversationShorterThanTheWindowIsAveragedWhole() {
        assertThat(window(200).score(turns(0.25, 0.75)).value()).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void theDefaultIsThreeTurns() {
        Score score = new WindowScoringProvider().create(Config.empty(), "test").score(turns(1.0, 0.3, 0.6, 0.9));
        assertThat(score.value()).isEqualTo(0.6, within(1e-12));
    }

    @Test
    void theWindowIsReadFromYaml() {
        Config yaml = Config.just(ConfigSources.create("turns: 1", MediaTypes.APPLICATION_YAML));
        Score score = new WindowScoringProvider().create(yaml, "test").score(turns(1.0, 0.3));
        assertThat(score.value()).isEqualTo(0.3);
    }

    @Test
    void oneTurnIsItself() {
        everyRun((random, seed) -> {
            double negative = random.nextDouble();
            assertThat(window(anyWindow(random)).score(turns(negative)).value()).as("seed %d", seed)
                    .isEqualTo(negative);
        });
    }

    @Test
    void turnsBeforeTheWindowChangeNothing() {
        everyRun((random, seed) -> {
            int window = anyWindow(random);
            double[] recent = random.doubles(window).toArray();
            double[] longer = new double[window + 1 + random.nextInt(50)];
            Arrays.setAll(longer, i -> random.nextDouble());
            System.arraycopy(recent, 0, longer, longer.length - window, window);
            assertThat(window(window).score(turns(longer)).value()).as("seed %d", seed)
                    .isEqualTo(window(window).score(turns(recent)).value(), within(1e-12));
        });
    }

    @Test
    void anAngrierTurnInTheWindowRaisesTheScoreByItsPart() {
        everyRun((random, seed) -> {
            int window = 1 + random.nextInt(20);
            double[] negative = random.doubles(window).toArray();
            double before = window(window).score(turns(negative)).value();
            int changed = random.nextInt(window);
            double angrier = (1 - negative[changed]) / 2;
            negative[changed] += angrier;
            assertThat(window(window).score(turns(negative)).value()).as("seed %d, turn %d", seed, changed)
                    .isEqualTo(before + angrier / window, within(1e-12));
        });
    }

    @Test
    void aWindowOutOfItsRangeIsRefused() {
        for (int turns : new int[]{0, -1, 201, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> window(turns)).isInstanceOf(OptionException.class)
                    .hasMessage("turns is " + turns + ", must be 1 to 200");
        }
    }

    private static WindowScoring window(int turns) {
        return new WindowScoring("test", WindowConfig.builder().turns(turns).build());
    }

    private static int anyWindow(RandomGenerator random) {
        return 1 + random.nextInt(200);
    }

    private static void everyRun(Property property) {
        for (long seed = 0; seed < RUNS; seed++) {
            property.holds(new SplittableRandom(seed), seed);
        }
    }

    @FunctionalInterface
    private interface Property {
        void holds(RandomGenerator random, long seed);
    }
}
