package simmer.host.events;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Spans that go nowhere. A trace that came in is handed on as it came, for those who collect theirs; without one, what is
 * logged of a request still gets a trace of its own.
 */
public final class Untraced implements Tracing {

    @Override
    public Span request(String name, Optional<String> traceparent) {
        return new Passing(traceparent.flatMap(TraceContext::parse)
                .orElseGet(() -> TraceContext.begun(ThreadLocalRandom.current())));
    }

    @Override
    public Span later(String name, Optional<String> traceparent) {
        return request(name, traceparent);
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private record Passing(TraceContext context) implements Span {

        @Override
        public String traceId() {
            return context.traceId();
        }

        @Override
        public String traceparent() {
            return context.header();
        }

        @Override
        public Span child(String name) {
            return this;
        }

        @Override
        public void tag(String key, Supplier<String> value) {
            // Nobody looks.
        }

        @Override
        public void failed() {
            // Nobody looks.
        }

        @Override
        public void close() {
            // Nothing was begun.
        }
    }
}
