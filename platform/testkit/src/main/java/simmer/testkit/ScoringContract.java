package simmer.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.helidon.config.Config;
import org.junit.jupiter.api.Test;

import simmer.spi.Score;
import simmer.spi.ScoredTurn;
import simmer.spi.Scoring;
import simmer.spi.ScoringProvider;
import simmer.spi.Turn;

/** What {@link Scoring} and its provider promise. A strategy's test extends this; failures name the seed of their turns. */
public abstract class ScoringContract {

    private static final int CONVERSATIONS = 100;
    /** As many turns as the host ever hands over: the most that its options allow. */
    private static final int MOST_TURNS = 1_000;

    /** The strategy's provider. */
    protected abstract ScoringProvider provider();

    /** The options to make the strategy with: none, if not overridden. */
    protected Config options() {
        return Config.empty();
    }

    private Scoring scoring() {
        return provider().create(options(), "contract");
    }

    @Test
    public final void aStrategyBearsTheNameItWasGivenAndTheTypeOfItsKey() {
        Scoring scoring = provider().create(options(), "angry-monday");
        assertThat(scoring.name()).isEqualTo("angry-monday");
        assertThat(scoring.type()).isEqualTo(provider().configKey());
    }

    @Test
    public final void everyTurnIsExplainedInOrderAndTheSharesSumToOne() {
        Scoring scoring = scoring();
        for (long seed = 0; seed < CONVERSATIONS; seed++) {
            List<Turn> turns = conversation(seed);
            Score score = scoring.score(turns);
            assertThat(score.value()).as("value, seed %d", seed).isBetween(0.0, 1.0);
            assertThat(score.turns()).as("turns, seed %d", seed).extracting(ScoredTurn::turn)
                    .containsExactlyElementsOf(turns);
            assertThat(score.turns().stream().mapToDouble(ScoredTurn::share).sum()).as("shares, seed %d", seed)
                    .isEqualTo(1, within(1e-6));
        }
    }

    @Test
    public final void theOneTurnOfAShortConversationHasTheWholeShare() {
        for (long seed = 0; seed < CONVERSATIONS; seed++) {
            Score score = scoring().score(Turns.random(new SplittableRandom(seed), 1));
            assertThat(score.turns()).as("seed %d", seed).singleElement().extracting(ScoredTurn::share).isEqualTo(1.0);
        }
    }

    @Test
    public final void theLongestConversationIsScored() {
        List<Turn> turns = Turns.random(new SplittableRandom(1), MOST_TURNS);
        assertThat(scoring().score(turns).turns()).hasSize(MOST_TURNS);
    }

    @Test
    public final void whatWasScoredBeforeChangesNothing() {
        Scoring scoring = scoring();
        List<Score> forwards = scores(scoring, LongStream.range(0, CONVERSATIONS));
        List<Score> backwards = scores(scoring, LongStream.range(0, CONVERSATIONS).map(i -> CONVERSATIONS - 1 - i));
        assertThat(backwards.reversed()).isEqualTo(forwards);
        assertThat(scores(scoring(), LongStream.range(0, CONVERSATIONS))).as("another instance").isEqualTo(forwards);
    }

    @Test
    public final void severalThreadsAtOnceGetTheSameScores() {
        Scoring scoring = scoring();
        List<List<Turn>> conversations = LongStream.range(0, CONVERSATIONS).mapToObj(ScoringContract::conversation)
                .toList();
        List<Score> alone = conversations.stream().map(scoring::score).toList();
        List<Integer> order = new ArrayList<>(Stream.iterate(0, i -> i + 1).limit(CONVERSATIONS).toList());
        AtOnce.onThreads(4, thread -> {
            List<Integer> mine = new ArrayList<>(order);
            Collections.shuffle(mine, new Random(thread));
            for (int i : mine) {
                assertThat(scoring.score(conversations.get(i))).as("seed %d", i).isEqualTo(alone.get(i));
            }
        });
    }

    private static List<Score> scores(Scoring scoring, LongStream seeds) {
        return seeds.mapToObj(seed -> scoring.score(conversation(seed))).toList();
    }

    /** 1 to {@link #MOST_TURNS} turns, short conversations more often than long ones. */
    private static List<Turn> conversation(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Turns.random(random, 1 + random.nextInt(1 + random.nextInt(MOST_TURNS)));
    }
}
