package simmer.host.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import simmer.spi.Decision;
import simmer.spi.Level;
import simmer.spi.Score;
import simmer.testkit.Turns;

final class LevelsTest {

    private static final Levels TUTORIAL = levels(0, 0.35, 0.65);

    private static Levels levels(double... from) {
        return new Levels(IntStream.range(0, from.length)
                .mapToObj(i -> new Level("level" + i, from[i], "flow" + i, "node" + i)).toList());
    }

    private static Score score(double value) {
        return Score.weightedMean(Turns.turns(value), turn -> turn.sentiment().negative(), _ -> 1);
    }

    private static Decision decide(double value) {
        return TUTORIAL.decide(score(value));
    }

    @Test
    void aLevelBeginsWhereItSaysAndEndsJustBeforeTheNext() {
        assertThat(decide(0).level().name()).isEqualTo("level0");
        assertThat(decide(Math.nextDown(0.35)).level().name()).isEqualTo("level0");
        assertThat(decide(0.35).level().name()).isEqualTo("level1");
        assertThat(decide(Math.nextDown(0.65)).level().name()).isEqualTo("level1");
        assertThat(decide(0.65).level().name()).isEqualTo("level2");
        assertThat(decide(1).level().name()).isEqualTo("level2");
    }

    @Test
    void theReasonNeverContradictsItself() {
        assertThat(decide(0.5124).reason()).isEqualTo("score 0.51 is at or over level1 (0.35)");
        assertThat(decide(0.3499).reason()).isEqualTo("score 0.34 is under level1 (0.35)");
        assertThat(decide(0.35).reason()).isEqualTo("score 0.35 is at or over level1 (0.35)");
        assertThat(levels(0, 0.3555).decide(score(0.35551)).reason())
                .isEqualTo("score 0.3555 is at or over level1 (0.3555)");
        assertThat(levels(0).decide(score(0.9)).reason()).isEqualTo("score 0.90, and level0 is the only level");
        assertThat(TUTORIAL.decide(Score.ofNothing()).reason()).isEqualTo("nothing was said");
    }

    @Test
    void aHigherScoreIsNeverOnALowerLevel() {
        long seed = System.nanoTime();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 1_000; i++) {
            double low = random.nextDouble();
            double high = low + (1 - low) * random.nextDouble();
            assertThat(decide(high).level().from()).as("seed %s: %s and %s", seed, low, high)
                    .isGreaterThanOrEqualTo(decide(low).level().from());
        }
    }

    @Test
    void levelsWithAGapOrOutOfOrderAreRefused() {
        assertThatThrownBy(() -> new Levels(List.of())).hasMessage("the first level begins at 0");
        assertThatThrownBy(() -> levels(0.1, 0.5)).hasMessage("the first level begins at 0");
        assertThatThrownBy(() -> levels(0, 0.5, 0.5)).hasMessage("level level2 does not begin over the one before");
    }
}
