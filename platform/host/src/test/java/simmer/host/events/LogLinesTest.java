package simmer.host.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import org.junit.jupiter.api.Test;

final class LogLinesTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final SessionMarks MARKS = SessionMarks.under("a-secret-of-some-length");

    private static LogRecord event(String message, Object... parameters) {
        LogRecord event = new LogRecord(Level.WARNING, message);
        event.setLoggerName("simmer.host.webhook.Webhook");
        event.setInstant(Instant.parse("2026-11-23T01:02:03.004Z"));
        event.setParameters(parameters);
        return event;
    }

    private static JsonObject read(String line) {
        assertThat(line).endsWith("\n");
        assertThat(line.strip().lines()).as("one line").hasSize(1);
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private static <R> R inScene(ScopedValue.CallableOp<R, RuntimeException> work) {
        Span span = new Untraced().request("webhook", Optional.of("00-" + TRACE + "-b7ad6b7169203331-01"));
        return Scene.of(span, MARKS, () -> Scene.session("s-1", work));
    }

    @Test
    void anEventIsOneObjectOnOneLine() {
        JsonObject event = read(new JsonLines().format(event("a {0} of \"{1}\"\nand \u2028 another", "line", "text\u0000")));
        assertThat(event).isEqualTo(Json.createObjectBuilder(Map.of("time", "2026-11-23T01:02:03.004Z", "level", "WARNING",
                "logger", "simmer.host.webhook.Webhook", "message", "a line of \"text\u0000\"\nand \u2028 another"))
                .build());
    }

    @Test
    void aStackTraceStaysOnItsLine() {
        LogRecord event = event("it failed");
        event.setThrown(new IllegalStateException("outer", new IllegalArgumentException("inner")));
        assertThat(read(new JsonLines().format(event)).getString("error"))
                .startsWith("java.lang.IllegalStateException: outer\n\tat ")
                .contains("Caused by: java.lang.IllegalArgumentException: inner");
    }

    @Test
    void anEventOfARequestSaysWhichTraceAndWhichSession() {
        JsonObject event = inScene(() -> read(new JsonLines().format(event("decided"))));
        assertThat(event.getString("trace")).isEqualTo(TRACE);
        assertThat(event.getString("session")).isEqualTo(MARKS.mark("s-1")).matches("[0-9a-f]{16}");
        assertThat(event.toString()).doesNotContain("s-1");
    }

    @Test
    void aThreadStartedForARequestTakesItsSceneAlong() throws Exception {
        var carried = inScene(() -> Scene.carried(() -> read(new JsonLines().format(event("elsewhere")))));
        assertThat(Scene.current()).isEmpty();
        assertThat(carried.call().getString("trace")).isEqualTo(TRACE);
    }

    @Test
    void inTextTheTraceStandsOnTheFirstLine() {
        TextLines lines = new TextLines(new SimpleFormatter());
        assertThat(lines.format(event("calm"))).doesNotContain("trace=");
        LogRecord failed = event("it failed");
        failed.setThrown(new IllegalStateException("outer"));
        String text = inScene(() -> lines.format(failed));
        assertThat(text.lines().filter(line -> line.contains("[trace="))).hasSize(1);
        assertThat(text).contains("[trace=" + TRACE + " session=" + MARKS.mark("s-1") + "]").contains("\tat ");
    }

    @Test
    void aMarkTellsSessionsApartAndNeedsItsSecret() {
        assertThat(MARKS.mark("s-1")).isEqualTo(SessionMarks.under(" a-secret-of-some-length ").mark("s-1"))
                .isNotEqualTo(MARKS.mark("s-2")).isNotEqualTo(SessionMarks.under("another-secret").mark("s-1"))
                .isNotEqualTo(SessionMarks.ofThisProcess(new Random(1)).mark("s-1"));
    }

    @Test
    void theFormatIsEveryHandlersFromNowOn() {
        Logger root = Logger.getLogger("");
        Map<Handler, Formatter> before = new HashMap<>();
        Handler handler = new StreamHandler(new ByteArrayOutputStream(), new SimpleFormatter());
        root.addHandler(handler);
        Stream.of(root.getHandlers()).forEach(one -> before.put(one, one.getFormatter()));
        try {
            LogFormat.TEXT.use();
            assertThat(handler.getFormatter()).isInstanceOf(TextLines.class);
            LogFormat.TEXT.use();
            String line = inScene(() -> handler.getFormatter().format(event("calm")));
            assertThat(line).as("wrapped once").containsOnlyOnce("[trace=");
            LogFormat.JSON.use();
            assertThat(handler.getFormatter()).isInstanceOf(JsonLines.class);
        } finally {
            before.forEach(Handler::setFormatter);
            root.removeHandler(handler);
        }
    }
}
