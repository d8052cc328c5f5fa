package simmer.benchmarks.load.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToDoubleFunction;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** The findings with every sample, for programs. */
public final class JsonReport {

    private JsonReport() {
    }

    /** @param file written anew */
    public static void write(Findings findings, Path file) throws IOException {
        JsonObjectBuilder report = Json.createObjectBuilder()
                .add("notes", notes(findings)).add("rows", rows(findings)).add("windows", windows(findings));
        Files.writeString(file, report.build() + "\n");
    }

    private static JsonObjectBuilder notes(Findings findings) {
        JsonObjectBuilder notes = Json.createObjectBuilder();
        findings.notes().forEach(notes::add);
        return notes;
    }

    private static JsonArrayBuilder rows(Findings findings) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        findings.rows().forEach((row, series) -> rows.add(json(series).add("key", row.key()).add("title", row.title())
                .add("goal", row.goal().words()).add("verdict", row.goal().verdict(series.median()))));
        return rows;
    }

    private static JsonObjectBuilder windows(Findings findings) {
        JsonObjectBuilder windows = Json.createObjectBuilder();
        for (String window : findings.windows()) {
            windows.add(window, Json.createObjectBuilder()
                    .add("a-second", json(findings, window, Pace::rate))
                    .add("cpu-ms", json(findings, window, Pace::cpuMillis))
                    .add("p50-ms", json(findings, window, Pace::p50Millis))
                    .add("p99-ms", json(findings, window, Pace::p99Millis)));
        }
        return windows;
    }

    private static JsonObjectBuilder json(Findings findings, String window, ToDoubleFunction<Pace> part) {
        return json(findings.of(window, part));
    }

    private static JsonObjectBuilder json(Series series) {
        JsonArrayBuilder samples = Json.createArrayBuilder();
        series.samples().forEach(samples::add);
        return Json.createObjectBuilder().add("median", series.median()).add("min", series.min())
                .add("max", series.max()).add("samples", samples);
    }
}
