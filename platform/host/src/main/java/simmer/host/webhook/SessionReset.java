package simmer.host.webhook;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.common.uri.UriEncoding;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import simmer.host.access.Access;
import simmer.host.admin.Meters;
import simmer.host.session.Conversations;
import simmer.host.session.Sending;
import simmer.host.store.StoreException;
import simmer.host.webhook.shapes.Sender;
import simmer.spi.Level;
import simmer.spi.Session;

/**
 * {@code POST /sessions/{id}/reset}: the handover has ended, the session begins anew. The id is one segment of the path,
 * escaped; the user, whom some routers need, stands in {@value Sender#USER_HEADER}; a body is not looked at. Needs the
 * webhook's credentials.
 */
public final class SessionReset {

    /** On the path as it was sent: decoded, a slash within an id would look like one between segments. */
    private static final Pattern PATH = Pattern.compile("/sessions/([^/]+)/reset");
    private static final String PREFIX = "/sessions/*";
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final System.Logger LOG = System.getLogger(SessionReset.class.getName());

    private final Access access;
    private final Meters meters;
    private final Function<Session, Conversations.Reset> reset;

    /** @param reset resets a session, or throws {@link StoreException} */
    public SessionReset(Access access, Meters meters, Function<Session, Conversations.Reset> reset) {
        this.access = access;
        this.meters = meters;
        this.reset = reset;
    }

    /** Adds it to a routing, before {@link Webhook#route}, which answers every other path. */
    public void route(HttpRouting.Builder routing) {
        Guarded guarded = new Guarded(access, meters, this::handle);
        routing.any(PREFIX, (request, response) -> {
            if (!path(request).matches()) {
                response.next();
            } else if (request.prologue().method().equals(Method.POST)) {
                guarded.handle(request, response);
            } else {
                response.headers().set(HeaderNames.ALLOW, Method.POST_NAME);
                Problem.send(response, Status.METHOD_NOT_ALLOWED_405, "a reset takes POST");
            }
        });
    }

    private static Matcher path(ServerRequest request) {
        return PATH.matcher(request.prologue().uriPath().rawPath());
    }

    private void handle(ServerRequest request, ServerResponse response) {
        Session session = session(request);
        try {
            Conversations.Reset done = reset.apply(session);
            meters.answered(Status.OK_200.code());
            send(response, session, done);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.WARNING, "a session was not reset: {0}", e.getMessage());
            meters.answered(Status.SERVICE_UNAVAILABLE_503.code());
            response.headers().set(HeaderNames.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
            Problem.send(response, Status.SERVICE_UNAVAILABLE_503,
                    "the store is away, so the session was not reset: try again");
        }
    }

    private static Session session(ServerRequest request) {
        Matcher path = path(request);
        if (!path.matches()) {
            throw new IllegalStateException("only a path that matches is routed here");
        }
        try {
            // A plus is a plus in a path.
            return new Session(UriEncoding.decodeUri(path.group(1).replace("+", "%2B")), "", "",
                    SenderHeaders.of(request).userId());
        } catch (IllegalArgumentException e) {
            throw BadRequest.body("the session can't be used: " + e.getMessage());
        }
    }

    private static void send(ServerResponse response, Session session, Conversations.Reset done) {
        Level level = done.decision().level();
        response.headers().set(HeaderNames.CONTENT_TYPE, MediaTypes.APPLICATION_JSON.text());
        response.send(Problem.JSON.createObjectBuilder()
                .add("status", "success")
                .add("sessionId", session.id())
                .add("escalationLevel", level.name())
                .add("targetFlow", level.flow())
                .add("targetNode", level.node())
                .add("delivery", delivery(done.sending()))
                .add("reason", done.decision().reason())
                .add("reasonCode", done.decision().reasonCode())
                .build().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String delivery(Sending sending) {
        return switch (sending) {
            case Sending.Nothing() -> "unchanged";
            case Sending.Queued(_) -> "queued";
            case Sending.Delivered(_) -> "delivered";
            case Sending.GivenUp(_) -> "failed";
        };
    }
}
