package simmer.benchmarks.load.result;

/** What a figure has to reach. */
public sealed interface Goal {

    /** Small is good. */
    record AtMost(double reach, double dream) implements Goal {
    }

    /** Large is good. */
    record AtLeast(double reach, double dream) implements Goal {
    }

    /** For information. */
    record None() implements Goal {
    }

    /** A column of a table: the value to reach, then the one dreamt of. */
    default String words() {
        return switch (this) {
            case AtMost(double reach, double dream) -> "≤ %s (≤ %s)".formatted(Figure.of(reach), Figure.of(dream));
            case AtLeast(double reach, double dream) -> "≥ %s (≥ %s)".formatted(Figure.of(reach), Figure.of(dream));
            case None() -> "";
        };
    }

    /** How a value stands to it. */
    default String verdict(double value) {
        return switch (this) {
            case AtMost(double reach, double dream) -> verdict(value <= reach, value <= dream);
            case AtLeast(double reach, double dream) -> verdict(value >= reach, value >= dream);
            case None() -> "";
        };
    }

    private static String verdict(boolean reached, boolean dreamt) {
        return dreamt ? "dream" : reached ? "reached" : "short";
    }
}
