package simmer.host.webhook;

import java.util.List;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import simmer.host.access.Access;
import simmer.host.access.Presented;
import simmer.host.admin.Meters;

/**
 * A handler behind the inbound credentials, whose refusals are answered as problems and counted.
 *
 * @param handler may throw {@link BadRequest}
 */
record Guarded(Access access, Meters meters, Handler handler) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws Exception {
        try {
            if (!access.admits(Presented.in(name -> request.headers().all(HeaderNames.create(name), List::of)))) {
                response.headers().set(HeaderNames.WWW_AUTHENTICATE, access.challenges());
                throw BadRequest.unread(Status.UNAUTHORIZED_401, access.refusal());
            }
            handler.handle(request, response);
        } catch (BadRequest problem) {
            meters.answered(problem.status().code());
            if (problem.isBodyUnread()) {
                response.headers().set(HeaderValues.CONNECTION_CLOSE);
            }
            Problem.send(response, problem);
            if (problem.isBodyUnread()) {
                Leftover.discard(request);
                // The header alone does not: Helidon would go on and take what is left of the body for a request.
                throw new CloseConnectionException("a refused body was not read");
            }
        }
    }
}
