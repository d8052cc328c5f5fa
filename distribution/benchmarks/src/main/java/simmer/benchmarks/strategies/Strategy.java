package simmer.benchmarks.strategies;

import java.util.List;
import java.util.function.ToDoubleFunction;

import simmer.spi.Scoring;
import simmer.spi.Sentiment;
import simmer.spi.Turn;

/**
 * A row of the table.
 *
 * @param name what the row is called
 * @param score the score of a conversation, of at least one turn
 */
record Strategy(String name, ToDoubleFunction<List<Turn>> score) {

    static Strategy of(String name, Scoring scoring) {
        return new Strategy(name, turns -> scoring.score(turns).value());
    }

    double score(List<Turn> turns) {
        return score.applyAsDouble(turns);
    }

    /** The same, blind to the turn just said, as the tutorial is; 0 at the first turn. */
    Strategy blindToTheCurrentTurn(String otherName) {
        return new Strategy(otherName, turns -> turns.size() == 1 ? 0 : score(turns.subList(0, turns.size() - 1)));
    }

    /** The same, taking positive for negative, as the tutorial does. */
    Strategy withLabelsInverted(String otherName) {
        return new Strategy(otherName, turns -> score(turns.stream().map(Strategy::inverted).toList()));
    }

    private static Turn inverted(Turn turn) {
        Sentiment read = turn.sentiment();
        return new Turn(turn.utterance(),
                new Sentiment(/* negative= */ read.positive(), read.neutral(), /* positive= */ read.negative(),
                        read.tokens()));
    }
}
