package simmer.host.webhook;

import java.util.Optional;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

import simmer.host.events.Scene;
import simmer.host.events.Scenes;
import simmer.host.events.Span;

/** Has everything that is done for a request happen in its scene: under its trace, which may have begun elsewhere. */
public final class Traced implements Filter {

    private static final HeaderName TRACEPARENT = HeaderNames.create("traceparent");

    private final Scenes scenes;

    public Traced(Scenes scenes) {
        this.scenes = scenes;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Optional<String> traceparent = request.headers().first(TRACEPARENT);
        try (Span span = scenes.tracing().request("webhook", traceparent)) {
            Scene.of(span, scenes.marks(), () -> {
                chain.proceed();
                return response.status();
            });
            span.tag("http.response.status_code", () -> response.status().codeText());
            if (response.status().family() == Status.Family.SERVER_ERROR) {
                span.failed();
            }
        }
    }
}
