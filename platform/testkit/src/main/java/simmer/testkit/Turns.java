package simmer.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import simmer.spi.Score;
import simmer.spi.ScoredTurn;
import simmer.spi.Sentiment;
import simmer.spi.Turn;
import simmer.spi.Utterance;

/** Conversations made of plain numbers, oldest turn first, for tests in which the words don't matter. */
public final class Turns {

    private static final int TOKENS = 8;

    private Turns() {
    }

    /**
     * One turn for each number.
     *
     * @param negative the turns' probabilities of being negative, 0 to 1; what is left of each counts as neutral
     */
    public static List<Turn> turns(double... negative) {
        return Arrays.stream(negative).mapToObj(Turns::turn).toList();
    }

    /** One turn that is negative with this probability, 0 to 1, and otherwise neutral. */
    public static Turn turn(double negative) {
        return turn(sentiment(negative, 1 - negative, 0));
    }

    /** A turn that was read like this. */
    public static Turn turn(Sentiment sentiment) {
        return new Turn(new Utterance("words that don't matter"), sentiment);
    }

    /** The probabilities as given, which sum to 1, of an utterance of a few tokens. */
    public static Sentiment sentiment(double negative, double neutral, double positive) {
        return new Sentiment(negative, neutral, positive, TOKENS);
    }

    /**
     * Turns of every mood, some of them wholly certain.
     *
     * @param count how many, 1 or more
     */
    public static List<Turn> random(RandomGenerator random, int count) {
        return Stream.generate(() -> turn(randomSentiment(random))).limit(count).toList();
    }

    private static Sentiment randomSentiment(RandomGenerator random) {
        if (random.nextInt(5) == 0) {
            int certain = random.nextInt(3);
            return sentiment(certain == 0 ? 1 : 0, certain == 1 ? 1 : 0, certain == 2 ? 1 : 0);
        }
        // Two cuts of the unit interval: every triple of probabilities is as likely as any other.
        double a = random.nextDouble();
        double b = random.nextDouble();
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        return sentiment(low, high - low, 1 - high);
    }

    /** A score of this value, 0 to 1, that one turn explains. */
    public static Score score(double value) {
        return new Score(value, List.of(new ScoredTurn(turn(value), value, 1, 1)));
    }
}
