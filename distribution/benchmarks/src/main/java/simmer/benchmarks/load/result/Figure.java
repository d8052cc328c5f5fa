package simmer.benchmarks.load.result;

import java.util.Locale;

/** Numbers as people read them: three digits that mean something. */
final class Figure {

    private Figure() {
    }

    static String of(double value) {
        double size = Math.abs(value);
        String format = size >= 100 || value == Math.rint(value)
                ? "%.0f"
                : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
