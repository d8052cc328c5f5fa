package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import io.helidon.common.context.Context;
import io.helidon.common.context.Contexts;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import simmer.spi.Decision;
import simmer.spi.Dispatch;
import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.Score;
import simmer.spi.Session;
import simmer.testkit.cognigy.CognigyStandIn;
import simmer.testkit.cognigy.RecordedRequest;

final class SessionUpdateTest {

    private final CognigyStandIn cognigy = CognigyStandIn.start(Routers.KEY);

    @AfterEach
    void stop() {
        cognigy.close();
    }

    @Test
    void itSendsTheTutorialsRequest() {
        try (Router router = Routers.at(cognigy)) {
            RoutingResult result = router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE);

            RecordedRequest request = cognigy.requests().getFirst();
            assertThat(request).hasToString("POST /api/v1/sessions/s-1/update");
            assertThat(request.header("Authorization")).contains("Bearer " + Routers.KEY);
            assertThat(request.header("Content-Type")).contains("application/json");
            assertThat(request.header("Accept")).contains("application/json");
            assertThat(request.body()).map(Object::toString).contains("{\"sessionData\":{\"escalationLevel\":\"manager\","
                    + "\"frustrationScore\":0.81,\"escalationTriggered\":true},"
                    + "\"flow\":\"manager_escalation\",\"node\":\"start\"}");
            assertThat(result).isInstanceOfSatisfying(RoutingResult.Delivered.class,
                    delivered -> assertThat(delivered.answer()).contains("\"sessionId\":\"s-1\"")
                            .contains("\"flow\":\"manager_escalation\""));
        }
    }

    @Test
    void theIdempotencyKeyIsTheDispatchsAtEveryAttempt() {
        try (Router router = Routers.at(cognigy)) {
            for (String id : List.of("d-1", "d-1", "d-2")) {
                router.route(new Dispatch(id, Routers.SESSION, Routers.DECISION), Routers.AMPLE);
            }
            assertThat(cognigy.requests()).extracting(request -> request.header("Idempotency-Key").orElse(""))
                    .containsExactly("d-1", "d-1", "d-2");
        }
    }

    @Test
    void theTraceOfTheWebhookGoesOn() {
        String place = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Context context = Context.create();
        context.register("traceparent", place);
        try (Router router = Routers.at(cognigy)) {
            Contexts.runInContext(context, () -> router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE));
            router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE);
            assertThat(cognigy.requests()).extracting(request -> request.header("traceparent").orElse(""))
                    .containsExactly(place, "");
        }
    }

    @Test
    void theScoreIsRoundedHalfUpToFourPlaces() {
        try (Router router = Routers.at(cognigy)) {
            for (double score : new double[]{0.51235, 0.51234, 0, 1, 0.00004, 0.00005}) {
                router.route(Routers.SESSION, Routers.decision(score), Routers.AMPLE);
            }
            assertThat(cognigy.requests()).extracting(request -> request.body().orElseThrow()
                    .getJsonObject("sessionData").getJsonNumber("frustrationScore").bigDecimalValue())
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("0.5124"), new BigDecimal("0.5123"), BigDecimal.ZERO, BigDecimal.ONE,
                            BigDecimal.ZERO, new BigDecimal("0.0001"));
        }
    }

    @Test
    void whereThereIsNoScoreNoneIsSent() {
        Decision byRule = new Decision(Routers.DECISION.level(), Score.ofNothing(), false, "rule legal raises to manager",
                "legal");
        try (Router router = Routers.at(cognigy)) {
            assertThat(router.route(Routers.SESSION, byRule, Routers.AMPLE)).isInstanceOf(RoutingResult.Delivered.class);
            assertThat(cognigy.requests().getFirst().body().orElseThrow().getJsonObject("sessionData"))
                    .containsEntry("frustrationScore", JsonValue.NULL)
                    .containsKey("escalationLevel");
        }
    }

    @Test
    void anyIdArrivesAsOneSegmentOfThePath() {
        List<String> ids = List.of("a/b", "//", "/", "a#b", "a?b=c", "50%", "%2F", "%252f", "a\\b", "a+b", "a b",
                "\"quoted\"", "'", "...", "../x", "a/../b", "a;v=1", "a&b=c", "{id}", "[1]", "é", "語", "😀",
                "line\nbreak", "nul\0", "a:b@c", "~-._", "x".repeat(1000), "😀".repeat(500), "語".repeat(1000));
        try (Router router = Routers.at(cognigy)) {
            for (String id : ids) {
                assertThat(router.route(new Session(id, "", ""), Routers.DECISION, Routers.AMPLE)).as(id)
                        .isInstanceOf(RoutingResult.Delivered.class);
                RecordedRequest request = cognigy.requests().getLast();
                assertThat(request.session()).contains(id);
                assertThat(request.rawPath().replaceAll("[A-Za-z0-9._~-]|%[0-9A-F]{2}", "")).as(id).isEqualTo("/////");
            }
        }
    }

    @Test
    void aSpaceIsEscapedAsInAPathAndNotAsInAForm() {
        try (Router router = Routers.at(cognigy)) {
            router.route(new Session("a b", "", ""), Routers.DECISION, Routers.AMPLE);
            assertThat(cognigy.requests().getFirst().rawPath()).isEqualTo("/api/v1/sessions/a%20b/update");
        }
    }

    @Test
    void anIdThatIsNoUnicodeIsRefusedWithoutACall() {
        try (Router router = Routers.at(cognigy)) {
            RoutingResult result = router.route(new Session("half a pair \ud83d", "", ""), Routers.DECISION,
                    Routers.AMPLE);
            assertThat(result).isEqualTo(new RoutingResult.Failed(RoutingResult.Fault.REJECTED,
                    "The session's id is not valid Unicode: no path can address it."));
            assertThat(cognigy.requests()).isEmpty();
        }
    }

    @Test
    void aConnectionIsUsedAgain() throws Exception {
        try (RawServer server = RawServer.start((socket, _) -> {
            for (int i = 0; i < 3; i++) {
                RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                RawServer.readRequest(socket.getInputStream());
            }
        }); Router router = Routers.at(server.baseUrl())) {
            for (int i = 0; i < 3; i++) {
                assertThat(router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE))
                        .isEqualTo(new RoutingResult.Delivered("{}"));
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void theBasePathStandsBeforeTheCall() {
        try (Router router = Routers.at(cognigy.baseUrl() + "//")) {
            router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE);
            assertThat(cognigy.requests()).extracting(RecordedRequest::rawPath)
                    .isEqualTo(List.of("/api/v1/sessions/s-1/update"));
        }
    }
}
