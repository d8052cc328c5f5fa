package simmer.host.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import simmer.spi.Batches;
import simmer.spi.Utterance;

final class GroupingTest {

    private static final Batches EIGHT = new Batches(8, 256, Duration.ZERO);

    private static List<Waiting> waiting(int... tokens) {
        return Arrays.stream(tokens).mapToObj(count -> new Waiting(new Reading(), new Utterance("x"), count)).toList();
    }

    private static List<Integer> near(Batches batches, int first, int... others) {
        return Grouping.near(waiting(first).getFirst(), waiting(others), batches).stream().map(Waiting::tokens).toList();
    }

    @Test
    void thoseOfNearLengthsGoTogetherTheNearestFirst() {
        assertThat(near(EIGHT, 20, 60, 22, 5, 20, 19)).containsExactly(20, 20, 19, 22);
    }

    @Test
    void nobodyNearMeansAlone() {
        assertThat(near(EIGHT, 20, 60, 5)).containsExactly(20);
        assertThat(near(EIGHT, 20)).containsExactly(20);
    }

    @Test
    void rowsAndTokensAreBounded() {
        assertThat(near(EIGHT, 10, IntStream.generate(() -> 10).limit(20).toArray())).hasSize(8);
        assertThat(near(EIGHT, 100, 100, 100, 100)).as("256 tokens").hasSize(2);
        assertThat(near(EIGHT, 300, 300)).as("longer than the batch").containsExactly(300);
    }

    @Test
    void paddingNeverTakesOverAFifth() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            int[] others = random.ints(random.nextInt(40), 3, 128).toArray();
            List<Integer> group = near(EIGHT, random.nextInt(3, 128), others);
            int padded = group.stream().mapToInt(Integer::intValue).max().orElseThrow() * group.size();
            int sum = group.stream().mapToInt(Integer::intValue).sum();
            assertThat(padded - sum).as("seed %d, %s", seed, group).isLessThanOrEqualTo(padded / 5);
            assertThat(group.size() == 1 || padded <= 256).as("seed %d, %s", seed, group).isTrue();
        }
    }
}
