package simmer.benchmarks.strategies;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The two raw scores that a calibration moves to the tutorial's thresholds.
 *
 * @param supervisor becomes 0.35: the highest raw score that at least four in five of the dialogues that boiled over reach
 * @param manager becomes 0.65: the lowest raw score that at most one in twenty of the other dialogues reaches
 */
record Fit(double supervisor, double manager) {

    private static final double RECALL = 0.80;
    private static final double FALSE_ALARMS = 0.05;
    private static final int FOLDS = 10;
    private static final int SHUFFLES = 20;

    /** Fits to these dialogues of a corpus. */
    static Fit to(Support support, int[] drawn) {
        double[] boiledOver = highest(support, Support.only(drawn, support::boiledOver));
        double[] others = highest(support, Support.only(drawn, i -> !support.boiledOver(i)));
        int reached = (int) Math.ceil(RECALL * boiledOver.length);
        int allowed = (int) Math.floor(FALSE_ALARMS * others.length);
        return new Fit(boiledOver[boiledOver.length - reached], Math.nextUp(others[others.length - 1 - allowed]));
    }

    private static double[] highest(Support support, int[] of) {
        double[] highest = Support.each(of, i -> support.highest(i, 1));
        Arrays.sort(highest);
        return highest;
    }

    /**
     * What to expect on other dialogues: recall and false alarms at a supervisor's threshold that was fitted to the other
     * nine tenths, the mean of {@value #SHUFFLES} ways to cut.
     */
    static Rates crossValidated(Support support) {
        int[] all = IntStream.range(0, support.size()).toArray();
        double recall = 0;
        double falseAlarms = 0;
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            int[] folds = Bootstrap.folds(all.length, FOLDS, shuffle);
            double[] thresholds = new double[FOLDS];
            Arrays.setAll(thresholds, fold -> to(support, Support.only(all, i -> folds[i] != fold)).supervisor);
            recall += reached(support, Support.only(all, support::boiledOver), thresholds, folds);
            falseAlarms += reached(support, Support.only(all, i -> !support.boiledOver(i)), thresholds, folds);
        }
        return new Rates(recall / SHUFFLES, falseAlarms / SHUFFLES);
    }

    private static double reached(Support support, int[] of, double[] thresholds, int[] folds) {
        return Support.only(of, i -> support.highest(i, 1) >= thresholds[folds[i]]).length / (double) of.length;
    }

    /** Parts of the dialogues that boiled over, and of the others, that reached a threshold. */
    record Rates(double recall, double falseAlarms) {
    }
}
