package simmer.host.events;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.jspecify.annotations.Nullable;

/**
 * Spans for an OpenTelemetry collector, over OTLP/HTTP. Sent in the background, in batches; when the collector is away or
 * slow, spans are dropped and no webhook waits.
 */
public final class CollectorTracing implements Tracing {

    private static final Duration SEND_WITHIN = Duration.ofSeconds(5);
    private static final Duration SEND_EVERY = Duration.ofSeconds(2);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);
    private static final int MOST_QUEUED = 2_048;

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /**
     * Begins.
     *
     * @param endpoint where spans are sent, {@code http://HOST:4318/v1/traces} say
     * @param service what Simmer is called there
     * @param sampled the share of traces begun here that is sent, 0 to 1; who began a trace elsewhere has decided already
     */
    public CollectorTracing(URI endpoint, String service, double sampled) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder().setEndpoint(endpoint.toString())
                .setTimeout(SEND_WITHIN).build();
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(sampled)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).setMaxQueueSize(MOST_QUEUED)
                        .setScheduleDelay(SEND_EVERY).setExporterTimeout(SEND_WITHIN).build())
                .build();
        this.tracer = provider.get("simmer");
    }

    @Override
    public Span request(String name, Optional<String> traceparent) {
        return begin(name, traceparent, SpanKind.SERVER);
    }

    @Override
    public Span later(String name, Optional<String> traceparent) {
        return begin(name, traceparent, SpanKind.CONSUMER);
    }

    private Span begin(String name, Optional<String> traceparent, SpanKind kind) {
        Context parent = traceparent.map(header -> W3CTraceContextPropagator.getInstance().extract(Context.root(), header,
                new OneHeader())).orElse(Context.root());
        return new Sent(tracer, tracer.spanBuilder(name).setParent(parent).setSpanKind(kind).startSpan());
    }

    @Override
    public void close() {
        provider.shutdown().join(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A carrier that is the value of {@code traceparent} and nothing else. */
    private static final class OneHeader implements TextMapGetter<String> {

        private static final String NAME = "traceparent";

        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(NAME);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals(NAME) ? carrier : null;
        }
    }

    private record Sent(Tracer tracer, io.opentelemetry.api.trace.Span span) implements Span {

        @Override
        public String traceId() {
            return span.getSpanContext().getTraceId();
        }

        @Override
        public String traceparent() {
            return new TraceContext(traceId(), span.getSpanContext().getSpanId(),
                    span.getSpanContext().getTraceFlags().asHex())
                    .header();
        }

        @Override
        public Span child(String name) {
            return new Sent(tracer, tracer.spanBuilder(name).setParent(Context.root().with(span)).startSpan());
        }

        @Override
        public void tag(String key, Supplier<String> value) {
            if (span.isRecording()) {
                span.setAttribute(key, value.get());
            }
        }

        @Override
        public void failed() {
            span.setStatus(StatusCode.ERROR);
        }

        @Override
        public void close() {
            span.end();
        }
    }
}
