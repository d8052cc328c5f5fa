package simmer.host.configuration;

import java.net.URI;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** An OpenTelemetry collector that gets a span for each webhook and its steps. */
@Prototype.Blueprint
@Prototype.Configured
interface TracingConfigBlueprint {

    /** Where spans are sent, over OTLP/HTTP: http://HOST:4318/v1/traces. */
    @Option.Configured
    URI endpoint();

    /** What Simmer is called there: not empty. */
    @Option.Configured
    @Option.Default("simmer")
    String serviceName();

    /** The share of traces that is sent, of those which nobody began before: 0 to 1. */
    @Option.Configured
    @Option.DefaultDouble(1)
    double sampled();
}
