package simmer.benchmarks.strategies;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import simmer.benchmarks.strategies.Bootstrap.Estimate;

/**
 * One strategy's figures, by the names of their columns.
 *
 * @param strategy the strategy's name
 * @param figures in the order of the columns
 * @param fit the raw scores to calibrate it by
 */
record Row(String strategy, Map<String, Estimate> figures, Fit fit) {

    private static final double SUPERVISOR = 0.35;

    /** Measures a strategy. */
    static Row measure(Strategy strategy, Dialogues dialogues, Bootstrap bootstrap) {
        Support support = new Support(dialogues.support(), strategy);
        Satisfaction tasks = new Satisfaction(dialogues.tasks(), strategy);
        Satisfaction talks = new Satisfaction(dialogues.talks(), strategy);
        Satisfaction assistants = new Satisfaction(dialogues.assistants(), strategy);
        Fit fit = Fit.to(support, IntStream.range(0, support.size()).toArray());
        Fit.Rates expected = Fit.crossValidated(support);
        Map<String, Estimate> figures = new LinkedHashMap<>();
        int complaints = support.size();
        figures.put("turn ρ", bootstrap.estimate(complaints, support::turns));
        figures.put("last ρ", bootstrap.estimate(complaints, support::lastTurn));
        figures.put("boiled over, highest", bootstrap.estimate(complaints, support::boiledOverByHighest));
        figures.put("boiled over, last", bootstrap.estimate(complaints, support::boiledOverByLast));
        figures.put("unhappy turn", bootstrap.estimate(assistants.size(), assistants::unhappyTurns));
        figures.put("broken off", bootstrap.estimate(tasks.size(), tasks::brokenOff));
        figures.put("recall", bootstrap.estimate(complaints, d -> support.recall(d, SUPERVISOR, 1)));
        figures.put("false alarms", bootstrap.estimate(complaints, d -> support.falseAlarms(d, SUPERVISOR, 1)));
        figures.put("calm tasks", bootstrap.estimate(tasks.size(), d -> tasks.calmThatReached(d, SUPERVISOR, 1)));
        figures.put("calm talks", bootstrap.estimate(talks.size(), d -> talks.calmThatReached(d, SUPERVISOR, 1)));
        figures.put("recall from turn 2", bootstrap.estimate(complaints, d -> support.recall(d, SUPERVISOR, 2)));
        figures.put("false alarms from turn 2",
                bootstrap.estimate(complaints, d -> support.falseAlarms(d, SUPERVISOR, 2)));
        figures.put("fitted: recall", new Estimate(expected.recall(), Double.NaN, Double.NaN));
        figures.put("fitted: false alarms", new Estimate(expected.falseAlarms(), Double.NaN, Double.NaN));
        figures.put("fitted: calm tasks",
                bootstrap.estimate(tasks.size(), d -> tasks.calmThatReached(d, fit.supervisor(), 1)));
        return new Row(strategy.name(), figures, fit);
    }
}
