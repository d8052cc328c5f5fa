package simmer.scoring.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static simmer.testkit.Turns.sentiment;
import static simmer.testkit.Turns.turn;
import static simmer.testkit.Turns.turns;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import simmer.spi.OptionChecks;
import simmer.spi.OptionException;
import simmer.spi.Turn;
import simmer.testkit.Turns;

final class HeatTest {

    private static final int RUNS = 500;

    @Test
    void whatWasSaidLeaksAwayTurnByTurn() {
        assertThat(new Heat(0.5, 1).left(turns(0.9, 0.9, 0.9))).containsExactly(0.25, 0.5, 1);
    }

    @Test
    void aPositiveTurnTakesAwayWhatCameBeforeItAndNotItself() {
        List<Turn> turns = List.of(turn(0.9), turn(sentiment(0, 0.5, 0.5)), turn(0.9));
        assertThat(new Heat(0.8, 1).left(turns)).containsExactly(0.8 * 0.5 * 0.8, 0.8, 1);
        assertThat(new Heat(0.8, 0).left(turns)).containsExactly(0.8 * 0.8, 0.8, 1);
    }

    @Test
    void theHeatIsWhatTheRecurrenceGives() {
        for (long seed = 0; seed < RUNS; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            List<Turn> turns = Turns.random(random, 1 + random.nextInt(50));
            double[] frustrations = random.doubles(turns.size()).toArray();
            double retain = 0.99 * random.nextDouble();
            double cooling = random.nextDouble();
            double heat = 0;
            for (int i = 0; i < frustrations.length; i++) {
                heat = heat * retain * (1 - cooling * turns.get(i).sentiment().positive()) + frustrations[i];
            }
            assertThat(Heat.sum(frustrations, new Heat(retain, cooling).left(turns))).as("seed %d", seed)
                    .isEqualTo(heat, within(1e-9));
        }
    }

    @Test
    void endlessAngerStaysUnderTheBound() {
        double[] furious = new double[200];
        Arrays.fill(furious, 1);
        double heat = Heat.sum(furious, new Heat(0.9, 0).left(turns(furious)));
        assertThat(heat).isLessThan(1 / (1 - 0.9)).isGreaterThan(9.9);
    }

    @Test
    void numbersOutOfTheirRangesAreRefusedTogether() {
        OptionChecks checks = new OptionChecks();
        new Heat(1, -0.1).check(checks);
        assertThatThrownBy(checks::throwIfAny).isInstanceOf(OptionException.class)
                .hasMessage("retain is 1.0, must be 0 to 0.99; cooling is -0.1, must be 0 to 1");
    }
}
