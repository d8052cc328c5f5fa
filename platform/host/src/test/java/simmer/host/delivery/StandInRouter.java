package simmer.host.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import simmer.spi.Decision;
import simmer.spi.Dispatch;
import simmer.spi.Level;
import simmer.spi.Router;
import simmer.spi.RouterTraits;
import simmer.spi.RouterTraits.Limit;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Delivered;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;
import simmer.spi.Session;
import simmer.testkit.cognigy.CognigyStandIn;

/** The plainest router over HTTP, for a stand-in: the host's tests know no plugin. */
final class StandInRouter implements Router {

    static final String KEY = "the-key-of-the-stand-in";

    private final HttpClient http = HttpClient.newHttpClient();
    private final CognigyStandIn cognigy;

    StandInRouter(CognigyStandIn cognigy) {
        this.cognigy = cognigy;
    }

    @Override
    public RouterTraits traits() {
        return new RouterTraits.Calls("stand-in", new Limit.None(), true);
    }

    @Override
    public RoutingResult route(Dispatch dispatch, Duration within) {
        Level level = dispatch.decision().level();
        HttpRequest request = HttpRequest
                .newBuilder(URI.create(cognigy.baseUrl() + "/sessions/"
                        + URLEncoder.encode(dispatch.session().id(), StandardCharsets.UTF_8) + "/update"))
                .timeout(within).header("Authorization", "Bearer " + KEY).header("Content-Type", "application/json")
                .header("Idempotency-Key", dispatch.id())
                .POST(BodyPublishers.ofString("{\"sessionData\":{\"escalationLevel\":\"" + level.name()
                        + "\",\"frustrationScore\":" + dispatch.decision().score().value()
                        + ",\"escalationTriggered\":true},\"flow\":\"" + level.flow() + "\",\"node\":\"" + level.node()
                        + "\"}"))
                .build();
        try {
            return result(http.send(request, BodyHandlers.ofString()));
        } catch (HttpTimeoutException e) {
            return new Failed(Fault.TIMEOUT, "no answer in time");
        } catch (IOException e) {
            return new Failed(Fault.NETWORK, "the connection broke");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(Fault.TIMEOUT, "interrupted");
        }
    }

    private static RoutingResult result(HttpResponse<String> response) {
        String message = "status " + response.statusCode();
        return switch (response.statusCode()) {
            case 200 -> response.body().startsWith("{")
                    ? new Delivered(response.body())
                    : new Failed(Fault.UNINTELLIGIBLE, "no JSON");
            case 401 -> new Failed(Fault.CREDENTIALS, message);
            case 404 -> new Failed(Fault.REJECTED, message);
            case 429 -> response.headers().firstValue("Retry-After").map(Long::valueOf).map(Duration::ofSeconds)
                    .map(new Failed(Fault.RATE_LIMIT, message)::retryAfter).orElse(new Failed(Fault.RATE_LIMIT, message));
            default -> new Failed(Fault.UNAVAILABLE, message);
        };
    }

    @Override
    public RoutingResult route(Session session, Decision decision, Duration within) {
        throw new IllegalStateException("the host hands on the idempotency key");
    }

    @Override
    public String name() {
        return "stand-in";
    }

    @Override
    public String type() {
        return "stand-in";
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
