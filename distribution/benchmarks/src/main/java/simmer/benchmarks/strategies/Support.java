package simmer.benchmarks.strategies;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How a strategy fares on customers' complaints, rated 0 (not frustrated) to 4 (extremely). A dialogue boiled over if its
 * raters' mean is 3 or more at any turn.
 */
final class Support {

    private static final double BOILED_OVER = 3;

    private final List<Dialogue> dialogues;
    private final double[][] scores;
    private final double[][] ratings;

    Support(List<Dialogue> dialogues, Strategy strategy) {
        this.dialogues = dialogues;
        scores = dialogues.stream().map(dialogue -> dialogue.scores(strategy)).toArray(double[][]::new);
        ratings = dialogues.stream().map(dialogue -> dialogue.ratings().stream().mapToDouble(d -> d).toArray())
                .toArray(double[][]::new);
    }

    int size() {
        return dialogues.size();
    }

    boolean boiledOver(int dialogue) {
        return dialogues.get(dialogue).highestRating() >= BOILED_OVER;
    }

    /** The highest score of a dialogue from a turn on, the first being 1; less than any score if it is shorter. */
    double highest(int dialogue, int fromTurn) {
        return Arrays.stream(scores[dialogue]).skip(fromTurn - 1L).max().orElse(-1);
    }

    /** ρ of the score and the raters' mean, turns of all these dialogues pooled. */
    double turns(int[] drawn) {
        return Ranks.spearman(pooled(scores, drawn), pooled(ratings, drawn));
    }

    /** The same at the last turn of each dialogue. */
    double lastTurn(int[] drawn) {
        return Ranks.spearman(each(drawn, this::last), each(drawn, i -> dialogues.get(i).lastRating()));
    }

    /** AUC of the highest score for having boiled over. */
    double boiledOverByHighest(int[] drawn) {
        return Ranks.auc(each(only(drawn, this::boiledOver), i -> highest(i, 1)),
                each(only(drawn, i -> !boiledOver(i)), i -> highest(i, 1)));
    }

    /** AUC of the last score for having boiled over. */
    double boiledOverByLast(int[] drawn) {
        return Ranks.auc(each(only(drawn, this::boiledOver), this::last),
                each(only(drawn, i -> !boiledOver(i)), this::last));
    }

    /** Of those that boiled over, the part that reached a threshold at a turn or after it. */
    double recall(int[] drawn, double threshold, int fromTurn) {
        return reached(only(drawn, this::boiledOver), threshold, fromTurn);
    }

    /** Of those that did not, the part that reached it all the same. */
    double falseAlarms(int[] drawn, double threshold, int fromTurn) {
        return reached(only(drawn, i -> !boiledOver(i)), threshold, fromTurn);
    }

    private double reached(int[] of, double threshold, int fromTurn) {
        return Arrays.stream(of).filter(i -> highest(i, fromTurn) >= threshold).count() / (double) of.length;
    }

    private double last(int dialogue) {
        return scores[dialogue][scores[dialogue].length - 1];
    }

    static int[] only(int[] drawn, IntPredicate which) {
        return Arrays.stream(drawn).filter(which).toArray();
    }

    static double[] each(int[] drawn, IntToDoubleFunction value) {
        return Arrays.stream(drawn).mapToDouble(value).toArray();
    }

    static double[] pooled(double[][] values, int[] drawn) {
        return IntStream.of(drawn).boxed().flatMapToDouble(i -> Arrays.stream(values[i])).toArray();
    }
}
