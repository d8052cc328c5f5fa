package simmer.benchmarks.strategies;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

import simmer.benchmarks.strategies.Bootstrap.Estimate;

/** The rows as text. */
final class Report {

    private Report() {
    }

    /**
     * A Markdown table.
     *
     * @param intervals whether each figure is followed by its interval
     */
    static String markdown(List<Row> rows, boolean intervals) {
        Set<String> columns = rows.getFirst().figures().keySet();
        StringBuilder text = new StringBuilder("| strategy |");
        columns.forEach(column -> text.append(' ').append(column).append(" |"));
        text.append("\n|").append(" --- |".repeat(columns.size() + 1));
        for (Row row : rows) {
            text.append("\n| ").append(row.strategy()).append(" | ").append(row.figures().values().stream()
                    .map(figure -> cell(figure, intervals)).collect(Collectors.joining(" | "))).append(" |");
        }
        return text.toString();
    }

    private static String cell(Estimate estimate, boolean intervals) {
        return intervals && !Double.isNaN(estimate.low())
                ? number(estimate.value()) + " (" + number(estimate.low()) + "–" + number(estimate.high()) + ")"
                : number(estimate.value());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** {@code [{"strategy": …, "figures": {COLUMN: {"value", "low", "high"}}, "fit": {"supervisor", "manager"}}]}. */
    static String json(List<Row> rows) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Row row : rows) {
            JsonObjectBuilder figures = Json.createObjectBuilder();
            row.figures().forEach((column, estimate) -> figures.add(column, json(estimate)));
            array.add(Json.createObjectBuilder().add("strategy", row.strategy()).add("figures", figures)
                    .add("fit", Json.createObjectBuilder().add("supervisor", row.fit().supervisor())
                            .add("manager", row.fit().manager())));
        }
        return array.build().toString();
    }

    /** What is not defined, no JSON number can say: it is left out. */
    private static JsonObjectBuilder json(Estimate estimate) {
        JsonObjectBuilder builder = Json.createObjectBuilder();
        put(builder, "value", estimate.value());
        put(builder, "low", estimate.low());
        put(builder, "high", estimate.high());
        return builder;
    }

    private static void put(JsonObjectBuilder builder, String key, double value) {
        if (!Double.isNaN(value)) {
            builder.add(key, value);
        }
    }

    /** The knots of a fit as one writes them in YAML, rounded so that both promises hold. */
    static String knots(Fit fit) {
        return String.format(Locale.ROOT, "calibration: [{raw: %.3f, score: 0.35}, {raw: %.3f, score: 0.65}]",
                Math.floor(fit.supervisor() * 1000) / 1000, Math.ceil(fit.manager() * 1000) / 1000);
    }
}
