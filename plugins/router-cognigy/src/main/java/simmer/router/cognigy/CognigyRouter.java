package simmer.router.cognigy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.helidon.common.context.Contexts;

import simmer.router.cognigy.access.Caller;
import simmer.router.cognigy.dialect.Dialect;
import simmer.router.cognigy.dialect.Message;
import simmer.router.cognigy.wire.Bounded;
import simmer.router.cognigy.wire.CognigyClient;
import simmer.router.cognigy.wire.HeaderField;
import simmer.router.cognigy.wire.NoAnswerException;
import simmer.router.cognigy.wire.Request;
import simmer.spi.Decision;
import simmer.spi.Dispatch;
import simmer.spi.Finding;
import simmer.spi.Router;
import simmer.spi.RouterTraits;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;
import simmer.spi.Session;
import simmer.spi.Transcript;

/** Tells Cognigy over its API, in one of its dialects. */
final class CognigyRouter implements Router {

    /** Cognigy takes no longer ones. */
    private static final int MAX_BODY_BYTES = 60_000;
    private static final HeaderField JSON = new HeaderField("Content-Type", "application/json");
    /** As Cognigy's own client does; it makes calls easier to compare. */
    private static final HeaderField NO_CACHE = new HeaderField("Cache-Control", "no-cache");

    /** Of W3C Trace Context; the host's name for it in the context, too. */
    private static final String TRACEPARENT = "traceparent";

    private final String name;
    private final RouterTraits traits;
    private final Dialect dialect;
    private final Tenant tenant;
    private final Caller caller;
    private final List<HeaderField> headers;
    private final int maxAnswerBytes;
    private final Verdict verdict;

    /** @param access of which nothing that the dialect needs is missing */
    CognigyRouter(String name, CognigyConfig config, Access access, Dialect dialect, CognigyClient.Settings settings) {
        this.name = name;
        this.dialect = dialect;
        this.traits = new RouterTraits.Calls(access.account(config), config.requestsPerMinute()
                .map(RequestsPerMinute::limit).orElseGet(() -> RequestsPerMinute.usual(config.dialect())),
                dialect.repeatable());
        this.tenant = new Tenant(config, access, settings);
        this.caller = tenant.taker();
        this.headers = config.dialect().isTutorials() ? List.of(JSON) : List.of(JSON, NO_CACHE);
        this.maxAnswerBytes = config.maxAnswerBytes();
        this.verdict = new Verdict(caller, dialect::help, maxAnswerBytes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String type() {
        return CognigyRouterProvider.KEY;
    }

    @Override
    public RouterTraits traits() {
        return traits;
    }

    @Override
    public RoutingResult route(Session session, Decision decision, Duration within) {
        return route(new Dispatch(UUID.randomUUID().toString(), session, decision), within);
    }

    @Override
    public RoutingResult route(Dispatch dispatch, Duration within) {
        return switch (dialect.message(dispatch)) {
            case Message.Silence _ -> new RoutingResult.NothingToSend();
            case Message.Unsayable(String why) -> new Failed(Fault.REJECTED, why);
            case Message.Post post -> post(post, dispatch.id(), within);
        };
    }

    private RoutingResult post(Message.Post post, String idempotencyKey, Duration within) {
        String body = post.body().toString();
        int bytes = body.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BODY_BYTES) {
            return new Failed(Fault.REJECTED, "The call to Cognigy would have " + bytes + " bytes, and Cognigy takes "
                    + MAX_BODY_BYTES + ": name fewer fields in the option context.fields, or shorten the texts.");
        }
        Request request = traced(new Request("POST", post.path(), headers, body, maxAnswerBytes)
                .with(new HeaderField("Idempotency-Key", idempotencyKey)));
        try {
            return Bounded.call(caller.peer(), within, deadline -> verdict.of(caller.send(request, deadline)));
        } catch (NoAnswerException e) {
            return e.failed();
        }
    }

    /** With the place in a trace that the host left in the context, if it did. */
    private static Request traced(Request request) {
        return Contexts.context().flatMap(context -> context.get(TRACEPARENT, String.class))
                .map(place -> request.with(new HeaderField(TRACEPARENT, place))).orElse(request);
    }

    @Override
    public Transcript transcript(Session session, Duration within) {
        return tenant.transcript(session, within);
    }

    @Override
    public List<Finding> check(Duration within) {
        return tenant.check(within);
    }

    @Override
    public void close() {
        tenant.close();
    }
}
