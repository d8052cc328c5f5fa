package simmer.host.events;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** What another formatter makes of an event, and then which trace and session it belongs to. */
final class TextLines extends Formatter {

    private final Formatter lines;

    TextLines(Formatter lines) {
        this.lines = lines;
    }

    @Override
    public String format(LogRecord record) {
        String line = lines.format(record);
        return Scene.current().map(scene -> marked(line, scene)).orElse(line);
    }

    /** On the first line, for a stack trace may follow. */
    private static String marked(String text, Scene scene) {
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).stripTrailing();
        String session = scene.session().map(mark -> " session=" + mark.get()).orElse("");
        return first + " [trace=" + scene.span().traceId() + session + "]" + (end < 0 ? "\n" : text.substring(end));
    }
}
