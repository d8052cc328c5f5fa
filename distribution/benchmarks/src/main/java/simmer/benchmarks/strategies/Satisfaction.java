package simmer.benchmarks.strategies;

import java.util.Arrays;
import java.util.List;

/**
 * How a strategy fares on dialogues with an assistant, rated 1 (very bad) to 5 (very good). A turn is unhappy if its raters'
 * mean is under 2.5.
 */
final class Satisfaction {

    private static final double UNHAPPY = 2.5;

    private final List<Dialogue> dialogues;
    private final double[][] scores;

    Satisfaction(List<Dialogue> dialogues, Strategy strategy) {
        this.dialogues = dialogues;
        scores = dialogues.stream().map(dialogue -> dialogue.scores(strategy)).toArray(double[][]::new);
    }

    int size() {
        return dialogues.size();
    }

    /** AUC of the score for a turn being unhappy, turns of all these dialogues pooled. */
    double unhappyTurns(int[] drawn) {
        return Ranks.auc(turns(drawn, true), turns(drawn, false));
    }

    private double[] turns(int[] drawn, boolean unhappy) {
        return Arrays.stream(drawn).boxed().flatMapToDouble(i -> {
            List<Double> ratings = dialogues.get(i).ratings();
            double[] of = new double[ratings.size()];
            int count = 0;
            for (int turn = 0; turn < of.length; turn++) {
                if (ratings.get(turn) < UNHAPPY == unhappy) {
                    of[count++] = scores[i][turn];
                }
            }
            return Arrays.stream(of, 0, count);
        }).toArray();
    }

    /** Of the dialogues without an unhappy turn, the part that reached a threshold at a turn or after it. */
    double calmThatReached(int[] drawn, double threshold, int fromTurn) {
        int[] calm = Support.only(drawn, this::isCalm);
        return Support.only(calm, i -> Arrays.stream(scores[i]).skip(fromTurn - 1L).anyMatch(s -> s >= threshold)).length
                / (double) calm.length;
    }

    /**
     * AUC of the score at the end, for dialogues that break off at their last unhappy turn against whole ones without any.
     * No customer here dropped out, so this stands in for those who do.
     */
    double brokenOff(int[] drawn) {
        return Ranks.auc(Support.each(Support.only(drawn, i -> !isCalm(i)), i -> scores[i][lastUnhappy(i)]),
                Support.each(Support.only(drawn, this::isCalm), i -> scores[i][scores[i].length - 1]));
    }

    private boolean isCalm(int dialogue) {
        return dialogues.get(dialogue).lowestRating() >= UNHAPPY;
    }

    private int lastUnhappy(int dialogue) {
        List<Double> ratings = dialogues.get(dialogue).ratings();
        int turn = ratings.size() - 1;
        while (ratings.get(turn) >= UNHAPPY) {
            turn--;
        }
        return turn;
    }
}
