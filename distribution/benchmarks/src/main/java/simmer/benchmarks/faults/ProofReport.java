package simmer.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/**
 * What came of a proof.
 *
 * @param drained whether nothing was left to send at the end
 */
record ProofReport(Options options, List<Talk> talks, List<Arrival> arrivals, Verdict verdict, Customer customer,
        int strikes,
        boolean drained, Duration took) {

    private static final double NANOS_A_MILLI = 1e6;
    private static final int MOST_EXAMPLES = 20;

    boolean isKept() {
        return drained && verdict.isKept() && strikes == options.times();
    }

    String markdown() {
        StringBuilder words = new StringBuilder("| what | how many |\n| --- | --- |\n");
        figures().forEach((what, value) -> words.append(String.format(Locale.ROOT, "| %s | %s |%n", what, plain(value))));
        for (Promise promise : Promise.values()) {
            words.append("| ").append(promise.words()).append(" | **").append(verdict.broken().get(promise))
                    .append("** |\n");
        }
        verdict.examples().stream().limit(MOST_EXAMPLES).forEach(example -> words.append("\n- ").append(example));
        return words.append(
                isKept() ? "\nEvery promise was kept." : "\nA promise was broken, or the run did not get to its end.")
                .toString();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    void write(Path file) throws IOException {
        JsonObjectBuilder figures = Json.createObjectBuilder();
        figures().forEach(figures::add);
        JsonObjectBuilder broken = Json.createObjectBuilder();
        for (Promise promise : Promise.values()) {
            broken.add(promise.words(), verdict.broken().getOrDefault(promise, 0));
        }
        JsonArrayBuilder examples = Json.createArrayBuilder();
        verdict.examples().forEach(examples::add);
        Files.writeString(file, Json.createObjectBuilder().add("seed", options.seed()).add("kept", isKept())
                .add("figures", figures).add("broken", broken).add("examples", examples).build() + "\n");
    }

    private Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("webhooks answered", (double) talks.stream().mapToLong(talk -> talk.told().size()).sum());
        figures.put("sent again by the caller", (double) customer.repeats());
        figures.put("replicas", (double) options.replicas());
        figures.put("times that trouble struck", (double) strikes);
        for (String delivery : List.of("delivered", "queued", "unchanged", "failed")) {
            figures.put("answered " + delivery, count(told -> !told.degraded() && told.delivery().equals(delivery)));
        }
        figures.put("answered degraded", count(Told::degraded));
        figures.put("calls to Cognigy", (double) arrivals.size());
        figures.put("decisions that reached it", (double) arrivals.stream().map(Arrival::key).distinct().count());
        figures.put("moved again for the same decision", (double) verdict.appliedAgain());
        figures.put("most calls in a minute, of " + options.budget(), (double) verdict.mostInAMinute());
        figures.put("webhook p50, ms", customer.nanos().getValueAtPercentile(50) / NANOS_A_MILLI);
        figures.put("webhook p99, ms", customer.nanos().getValueAtPercentile(99) / NANOS_A_MILLI);
        figures.put("webhook longest, ms", customer.nanos().getMaxValue() / NANOS_A_MILLI);
        figures.put("left to send at the end", drained ? 0.0 : 1.0);
        figures.put("seconds", (double) took.toSeconds());
        return figures;
    }

    private double count(Predicate<Told> which) {
        return talks.stream().flatMap(talk -> talk.told().stream()).filter(which).count();
    }
}
