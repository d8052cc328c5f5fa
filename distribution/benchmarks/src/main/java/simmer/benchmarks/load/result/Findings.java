package simmer.benchmarks.load.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All that was measured, in the order in which it came first. One thread. */
public final class Findings {

    private final Map<Row, List<Double>> rows = new LinkedHashMap<>();
    private final Map<String, List<Pace>> paces = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    /** One round's value of a row. */
    public void add(Row row, double value) {
        rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(value);
    }

    /** What the rows are made of: how one window went. */
    public void add(String window, Pace pace) {
        paces.computeIfAbsent(window, _ -> new ArrayList<>()).add(pace);
    }

    /** Something of the circumstances. */
    public void note(String subject, String words) {
        notes.put(subject, words);
    }

    Map<Row, Series> rows() {
        Map<Row, Series> series = new LinkedHashMap<>();
        rows.forEach((row, samples) -> series.put(row, new Series(samples)));
        return series;
    }

    Map<String, String> notes() {
        return notes;
    }

    /** The windows' names. */
    List<String> windows() {
        return List.copyOf(paces.keySet());
    }

    Series of(String window, ToDoubleFunction<Pace> part) {
        return new Series(paces.getOrDefault(window, List.of()).stream().map(part::applyAsDouble).toList());
    }
}
