package simmer.host.webhook;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.http.ServerRequest;

import simmer.host.webhook.shapes.Sender;

/** Reads whom a request's headers name. */
final class SenderHeaders {

    private static final HeaderName SESSION_ID = HeaderNames.create(Sender.SESSION_HEADER);
    private static final HeaderName USER_ID = HeaderNames.create(Sender.USER_HEADER);

    private SenderHeaders() {
    }

    static Sender of(ServerRequest request) {
        return new Sender(text(request.headers(), SESSION_ID), text(request.headers(), USER_ID));
    }

    private static String text(ServerRequestHeaders headers, HeaderName name) {
        return headers.contains(name) ? headers.get(name).get() : "";
    }
}
