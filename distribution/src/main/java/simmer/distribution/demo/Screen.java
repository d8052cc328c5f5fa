package simmer.distribution.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

import simmer.testkit.cognigy.RecordedRequest;

/** Draws the demo: a line a turn, with colours where a terminal shows them. */
final class Screen {

    private static final int BAR_CELLS = 20;
    private static final int UTTERANCE_WIDTH = 56;
    private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    private static final List<String> HEAT = List.of("32", "33", "31");

    private final PrintStream out;
    private final boolean colours;

    Screen(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    void say(String text) {
        out.println(text);
    }

    void title(Script script) {
        out.println();
        out.println(style("1", "  " + script.title()) + style("2", "   session " + script.session()));
        out.println(style("2", String.format(Locale.ROOT, "  %-" + UTTERANCE_WIDTH + "s %-8s  %-" + BAR_CELLS + "s %-5s  %s",
                "the customer says", "negative", "the conversation", "score", "level")));
    }

    void turn(String utterance, Answer answer) {
        if (!answer.isScored()) {
            out.println("  " + fit(utterance) + style("31", "  no score: " + answer.message()));
            return;
        }
        String heat = HEAT.get(Math.min(HEAT.size() - 1, (int) (answer.score() * HEAT.size())));
        out.printf(Locale.ROOT, "  %s %8.2f  %s %5.2f  %s%n", fit(utterance), answer.negative(),
                style(heat, bar(answer.score())), answer.score(), style(heat, answer.level()));
    }

    /** What Cognigy was told. */
    void moved(RecordedRequest request) {
        String body = request.body().map(Object::toString).orElse("");
        out.println(style("36", "      → Cognigy got " + request.method() + " " + request.rawPath()));
        out.println(style("36", "        " + body));
    }

    void failed(Answer answer) {
        out.println(style("31", "      → not delivered: " + answer.message()));
    }

    private static String fit(String utterance) {
        String text = utterance.length() <= UTTERANCE_WIDTH
                ? utterance
                : utterance.substring(0, UTTERANCE_WIDTH - 1) + "…";
        return String.format(Locale.ROOT, "%-" + UTTERANCE_WIDTH + "s", text);
    }

    private static String bar(double score) {
        int eighths = (int) Math.round(score * BAR_CELLS * EIGHTHS.length);
        String full = "█".repeat(eighths / EIGHTHS.length) + EIGHTHS[eighths % EIGHTHS.length];
        return full + "·".repeat(BAR_CELLS - full.length());
    }

    private String style(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
