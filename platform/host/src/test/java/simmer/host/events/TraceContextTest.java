package simmer.host.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

final class TraceContextTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String HEADER = "00-" + TRACE + "-b7ad6b7169203331-01";

    @Test
    void aHeaderIsReadAndWritten() {
        assertThat(TraceContext.parse(HEADER).map(TraceContext::header)).contains(HEADER);
        assertThat(TraceContext.parse("cc-" + TRACE + "-b7ad6b7169203331-01-what-comes-later").map(TraceContext::traceId))
                .as("a later version").contains(TRACE);
    }

    @Test
    void whatTheStandardForbidsCountsAsNone() {
        for (String header : List.of("", "00", HEADER.toUpperCase(Locale.ROOT), HEADER + "1",
                "ff-" + TRACE + "-b7ad6b7169203331-01", "00-" + "0".repeat(32) + "-b7ad6b7169203331-01",
                "00-" + TRACE + "-0000000000000000-01", "00-" + TRACE.substring(1) + "-b7ad6b7169203331-01")) {
            assertThat(TraceContext.parse(header)).as(header).isEmpty();
        }
    }

    @Test
    void aTraceOfOursIsOneThatTheStandardAllows() {
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            assertThat(TraceContext.parse(TraceContext.begun(random).header())).isPresent();
        }
    }

    @Test
    void whatCameInIsHandedOnThoughNobodyCollects() {
        try (Untraced tracing = new Untraced(); Span span = tracing.request("webhook", Optional.of(HEADER))) {
            assertThat(span.traceparent()).isEqualTo(HEADER);
            assertThat(span.child("delivery").traceparent()).isEqualTo(HEADER);
        }
    }
}
