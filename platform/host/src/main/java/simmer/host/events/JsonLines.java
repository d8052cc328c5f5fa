package simmer.host.events;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;

/** One JSON object an event, on one line: whatever it says, nothing in it can be taken for another event. */
final class JsonLines extends Formatter {

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    @Override
    public String format(LogRecord record) {
        JsonObjectBuilder event = JSON.createObjectBuilder()
                .add("time", record.getInstant().toString())
                .add("level", record.getLevel().getName())
                .add("logger", Optional.ofNullable(record.getLoggerName()).orElse(""))
                .add("message", Optional.ofNullable(formatMessage(record)).orElse(""));
        Scene.current().ifPresent(scene -> {
            event.add("trace", scene.span().traceId());
            scene.session().ifPresent(mark -> event.add("session", mark.get()));
        });
        Optional.ofNullable(record.getThrown()).ifPresent(thrown -> event.add("error", stackTrace(thrown)));
        return event.build() + "\n";
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
