package simmer.host.webhook;

import java.time.Duration;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import simmer.host.access.Access;
import simmer.host.admin.Meters;
import simmer.host.events.Scene;
import simmer.host.pipeline.Outcome;
import simmer.host.pipeline.Pipeline;
import simmer.host.session.Incoming;
import simmer.host.webhook.shapes.CurrentTurn;
import simmer.host.webhook.shapes.PayloadException;
import simmer.host.webhook.shapes.Payloads;

/** {@code POST /webhook/sentiment-escalation}: checks who calls, reads what came, runs the pipeline, answers. */
public final class Webhook {

    /** Where the webhook is. */
    public static final String PATH = "/webhook/sentiment-escalation";

    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");

    private static final System.Logger LOG = System.getLogger(Webhook.class.getName());

    private final Pipeline pipeline;
    private final Meters meters;
    private final Access access;
    private final Bounds bounds;
    private final Payloads payloads;
    private final AnswerWriter answers;

    /**
     * What a body may be.
     *
     * @param bodyBytes largest body
     * @param depth deepest nesting
     * @param turns most turns that count
     * @param readWithin how long a sender may take for it
     */
    public record Bounds(int bodyBytes, int depth, int turns, Duration readWithin) {
    }

    public Webhook(Pipeline pipeline, Meters meters, Access access, Bounds bounds, CurrentTurn currentTurn,
            boolean includeText) {
        this.pipeline = pipeline;
        this.meters = meters;
        this.access = access;
        this.bounds = bounds;
        this.payloads = new Payloads(currentTurn, bounds.turns(), bounds.depth());
        this.answers = new AnswerWriter(includeText);
    }

    /** Adds the webhook to a routing, and answers in problem+json for every other path and method. */
    public void route(HttpRouting.Builder routing) {
        routing.post(PATH, new Guarded(access, meters, this::handle))
                .any(PATH, (request, response) -> {
                    response.headers().set(HeaderNames.ALLOW, Method.POST_NAME);
                    refuse(request, response, Status.METHOD_NOT_ALLOWED_405, "the webhook takes POST");
                })
                .any((request, response) -> refuse(request, response, Status.NOT_FOUND_404, "the webhook is at " + PATH))
                .error(HttpException.class, (_, response, failure) -> Problem.send(response, failure.status(),
                        "the request is not as HTTP wants it"))
                .error(Throwable.class, (_, response, failure) -> fault(response, failure));
    }

    private static void refuse(ServerRequest request, ServerResponse response, Status status, String detail) {
        if (request.prologue().method().equals(Method.HEAD)) {
            response.status(status).send();
        } else {
            Problem.send(response, status, detail);
        }
    }

    private void handle(ServerRequest request, ServerResponse response) {
        String body = Body.read(request, bounds.bodyBytes(), bounds.readWithin());
        long arrivedNanos = System.nanoTime();
        Incoming incoming = read(body, request);
        Outcome outcome = Scene.session(incoming.conversation().session().id(), () -> decided(incoming, arrivedNanos));
        count(outcome);
        send(response, answers.write(incoming.conversation().session(), outcome));
    }

    private Incoming read(String body, ServerRequest request) {
        try {
            return payloads.read(body, SenderHeaders.of(request));
        } catch (PayloadException e) {
            throw BadRequest.of(e);
        }
    }

    private Outcome decided(Incoming incoming, long arrivedNanos) {
        Outcome outcome = pipeline.run(incoming, arrivedNanos);
        LOG.log(System.Logger.Level.DEBUG, "decided on {0}, {1}: {2}", outcome.decision().level().name(),
                AnswerWords.delivery(outcome.delivery()), outcome.decision().reasonCode());
        return outcome;
    }

    private void count(Outcome outcome) {
        meters.answered(Status.OK_200.code());
        if (outcome.decision().scored()) {
            meters.answered(outcome.decision().level().name(), AnswerWords.status(outcome),
                    AnswerWords.delivery(outcome.delivery()));
        }
    }

    private static void send(ServerResponse response, byte[] answer) {
        response.headers().set(JSON);
        response.send(answer);
    }

    private void fault(ServerResponse response, Throwable failure) {
        meters.answered(Status.INTERNAL_SERVER_ERROR_500.code());
        LOG.log(System.Logger.Level.ERROR, "a webhook failed: a fault in Simmer", failure);
        Problem.send(response, Status.INTERNAL_SERVER_ERROR_500, "Simmer failed: see its log");
    }
}
