package simmer.host.boot;

import java.security.SecureRandom;
import java.util.Optional;

import simmer.host.configuration.SessionConfig;
import simmer.host.configuration.TracingConfig;
import simmer.host.events.CollectorTracing;
import simmer.host.events.SessionMarks;
import simmer.host.events.Tracing;
import simmer.host.events.Untraced;

/** What is told of webhooks beside their answers, as configured. */
final class Events {

    private Events() {
    }

    static Tracing tracing(Optional<TracingConfig> options) {
        return options
                .<Tracing>map(tracing -> new CollectorTracing(tracing.endpoint(), tracing.serviceName(), tracing.sampled()))
                .orElseGet(Untraced::new);
    }

    static SessionMarks marks(SessionConfig options) {
        return options.hashKey().map(SessionMarks::under)
                .orElseGet(() -> SessionMarks.ofThisProcess(new SecureRandom()));
    }
}
