package simmer.benchmarks.load.result;

import java.util.stream.Collectors;

/** The findings as tables, for a README. */
public final class MarkdownReport {

    private MarkdownReport() {
    }

    /** Rows first, then the windows that they were made of, then the circumstances. */
    public static String of(Findings findings) {
        return rows(findings) + "\n" + windows(findings) + "\n" + notes(findings);
    }

    private static String rows(Findings findings) {
        return "| row | what | median | min–max | to reach (dream) | |\n| --- | --- | --- | --- | --- | --- |\n"
                + findings.rows().entrySet().stream().map(entry -> {
                    Row row = entry.getKey();
                    Series series = entry.getValue();
                    return "| `%s` | %s | %s | %s | %s | %s |\n".formatted(row.key(), row.title(),
                            Figure.of(series.median()), series.range(), row.goal().words(),
                            row.goal().verdict(series.median()));
                }).collect(Collectors.joining());
    }

    private static String windows(Findings findings) {
        return "| window (medians) | a second | CPU ms each | p50 ms | p99 ms |\n| --- | --- | --- | --- | --- |\n"
                + findings.windows().stream().map(window -> "| %s | %s | %s | %s | %s |\n".formatted(window,
                        Figure.of(findings.of(window, Pace::rate).median()),
                        Figure.of(findings.of(window, Pace::cpuMillis).median()),
                        Figure.of(findings.of(window, Pace::p50Millis).median()),
                        Figure.of(findings.of(window, Pace::p99Millis).median()))).collect(Collectors.joining());
    }

    private static String notes(Findings findings) {
        return findings.notes().entrySet().stream().map(note -> "- " + note.getKey() + ": " + note.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
